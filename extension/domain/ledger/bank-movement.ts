/**
 * Room ledger: what a row of a bank's statement moved, and when. How amounts and dates are written is decided
 * over all of the file's rows. May touch shared values only.
 */
import { minorDigits } from '#domain/shared/money.ts';
import { DECIMAL_MARKS, type DecimalMark, isBlankAmount, readAmount } from './bank-amount.ts';
import type { BankCells, BankColumn } from './bank-columns.ts';
import { DATE_ORDERS, type DateOrder, readDate } from './bank-date.ts';
import { columnReader, plainCell } from './column-convention.ts';

/** `decimalMark` and `dateOrder` decide only what a file leaves open. */
export type BankAccount = {
  id: string;
  currency: string;
  decimalMark?: DecimalMark | null;
  dateOrder?: DateOrder | null;
};

export type MovementProblem =
  | 'DATE_MISSING'
  | 'DATE_UNREADABLE'
  | 'DATE_AMBIGUOUS'
  | 'AMOUNT_UNREADABLE'
  | 'AMOUNT_AMBIGUOUS'
  | 'BOTH_IN_AND_OUT'
  | 'DIRECTION_UNKNOWN';

type Problem = { kind: 'PROBLEM'; code: MovementProblem; column: BankColumn };

/** Amounts are decimals above zero. */
export type Movement =
  | {
      kind: 'IN';
      amount: string;
      column: 'amount' | 'credit';
      bookedOn: string;
      valueOn: string;
      balance: string | null;
    }
  | { kind: 'OUT'; amount: string }
  | { kind: 'NOTHING'; why: 'NO_MONEY' | 'TOTAL' }
  | Problem;

type Row = readonly string[];

export function movementReader(
  cells: BankCells,
  rows: readonly Row[],
  account: BankAccount,
): (row: Row) => Movement {
  const daysOf = dayReader(cells, rows, account);
  const { moneyOf, balanceOf } = moneyReader(cells, rows, account);
  return (row) => {
    const days = daysOf(row);
    const isDated = !('kind' in days);
    // Totals carry amounts like any row, and no date (H2).
    if (!isDated && row.some(isTotal)) return { kind: 'NOTHING', why: 'TOTAL' };
    const money = moneyOf(row);
    if (money.kind !== 'IN') return money;
    return isDated ? { ...money, ...days, balance: balanceOf(row) } : days;
  };
}

const TOTAL =
  /^(本页|本月|本日|累计)?(合计|总计|小计|共计|累计|合計|總計|小計|共計)|^[期月日年][初末]余额|^(grand |sub)?totals?\b|^(opening|closing) balance/i;

const isTotal = (cell: string): boolean => TOTAL.test(plainCell(cell));

function dayReader(cells: BankCells, rows: readonly Row[], { dateOrder = null }: BankAccount) {
  const columns = ['bookedOn', 'valueOn'] as const;
  const all = columns.flatMap((column) => rows.map((row) => cells.text(row, column)));
  const read = columnReader(all, DATE_ORDERS, readDate, dateOrder);
  const dayOf = (row: Row, column: 'bookedOn' | 'valueOn'): string | null | Problem => {
    const text = cells.text(row, column);
    if (text === '') return null;
    const reading = read(text);
    return 'value' in reading ? reading.value : { kind: 'PROBLEM', code: `DATE_${reading.problem}`, column };
  };
  return (row: Row): { bookedOn: string; valueOn: string } | Problem => {
    const [bookedOn, valueOn] = columns.map((column) => dayOf(row, column));
    if (isProblem(bookedOn)) return bookedOn;
    if (isProblem(valueOn)) return valueOn;
    const [booked, value] = [bookedOn ?? valueOn ?? null, valueOn ?? bookedOn ?? null];
    const column = cells.has('bookedOn') ? 'bookedOn' : 'valueOn';
    if (booked === null || value === null) return { kind: 'PROBLEM', code: 'DATE_MISSING', column };
    return { bookedOn: booked, valueOn: value };
  };
}

function isProblem(reading: string | null | undefined | Problem): reading is Problem {
  return typeof reading === 'object' && reading !== null;
}

type Money = { kind: 'IN'; amount: string; column: 'amount' | 'credit' } | Exclude<Movement, { kind: 'IN' }>;

const AMOUNT_COLUMNS = ['amount', 'credit', 'debit', 'balance'] as const;

function moneyReader(cells: BankCells, rows: readonly Row[], account: BankAccount) {
  const decimals = minorDigits(account.currency);
  const all = AMOUNT_COLUMNS.flatMap((column) => rows.map((row) => cells.text(row, column)));
  const read = columnReader(
    all,
    DECIMAL_MARKS,
    (cell, mark) => readAmount(cell, mark, decimals),
    account.decimalMark ?? null,
  );
  const wayOf = wayReader(cells, rows);
  /** The signed decimal, null for none, or the problem. */
  const amountOf = (row: Row, column: (typeof AMOUNT_COLUMNS)[number]): string | null | Problem => {
    const text = cells.text(row, column);
    if (isBlankAmount(text)) return null;
    const reading = read(text);
    if ('problem' in reading) return { kind: 'PROBLEM', code: `AMOUNT_${reading.problem}`, column };
    return /[1-9]/.test(reading.value) ? reading.value : null;
  };
  const moneyOf = (row: Row): Money => {
    const [credit, debit] = [amountOf(row, 'credit'), amountOf(row, 'debit')];
    if (isProblem(credit)) return credit;
    if (isProblem(debit)) return debit;
    if (credit !== null && debit !== null)
      return { kind: 'PROBLEM', code: 'BOTH_IN_AND_OUT', column: 'credit' };
    // Some banks write what went out with a minus, some do not.
    if (debit !== null) return { kind: 'OUT', amount: unsigned(debit) };
    if (credit !== null) return signed(credit, 'credit');
    const amount = amountOf(row, 'amount');
    if (amount === null) return { kind: 'NOTHING', why: 'NO_MONEY' };
    return isProblem(amount) ? amount : directed(amount, wayOf(row));
  };
  const balanceOf = (row: Row): string | null => {
    const balance = amountOf(row, 'balance');
    return isProblem(balance) ? null : balance;
  };
  return { moneyOf, balanceOf };
}

const unsigned = (amount: string): string => amount.replace('-', '');

function signed(amount: string, column: 'amount' | 'credit'): Money {
  return amount.startsWith('-') ? { kind: 'OUT', amount: unsigned(amount) } : { kind: 'IN', amount, column };
}

const IN = /^(贷|貸|贷方|貸方|收|收入|收款|存入|转入|轉入|来账|來帳|进账|c|cr|credit|crdt|in|incoming)$/i;
const OUT = /^(借|借方|付|支|支出|付款|支取|提出|转出|轉出|往账|往帳|出账|d|dr|debit|dbit|out|outgoing)$/i;

type WayOf = (row: Row) => 'IN' | 'OUT' | 'UNKNOWN' | null;

/**
 * A column may say which way the money went; the amounts may then bear no sign. Whatever its name, it is the one
 * that says so in every row with an amount. Null without such a column.
 */
function wayReader(cells: BankCells, rows: readonly Row[]): WayOf {
  const wayOf = (cell: string) => (OUT.test(cell) ? 'OUT' : IN.test(cell) ? 'IN' : 'UNKNOWN');
  if (cells.has('direction')) return (row) => wayOf(plainCell(cells.text(row, 'direction')));
  const moving = rows.filter((row) => !isBlankAmount(cells.text(row, 'amount')) && !row.some(isTotal));
  const index = (moving[0] ?? []).findIndex((_, column) =>
    moving.every((row) => wayOf(plainCell(row[column] ?? '')) !== 'UNKNOWN'),
  );
  return (row) => (index < 0 ? null : wayOf(plainCell(row[index] ?? '')));
}

function directed(amount: string, way: ReturnType<WayOf>): Money {
  if (way === 'UNKNOWN') return { kind: 'PROBLEM', code: 'DIRECTION_UNKNOWN', column: 'direction' };
  return way === 'OUT' ? { kind: 'OUT', amount: unsigned(amount) } : signed(amount, 'amount');
}
