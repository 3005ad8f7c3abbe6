/**
 * Room ledger: reads a bank's statement, rows of text in, lines of money that came in out (H1). What is no
 * money in is listed with why; what cannot be read is a problem of its row and leaves the other rows alone.
 * May touch shared values only.
 */
import { type Money, parseMoney } from '#domain/shared/money.ts';
import { type PlainDate, plainDate } from '#domain/shared/plain-date.ts';
import { currenciesOf, isWrittenIn } from './bank-amount.ts';
import {
  type BankCells,
  type BankColumn,
  type BankColumns,
  bankCells,
  findBankColumns,
  type MissingColumn,
} from './bank-columns.ts';
import { lineKeys } from './bank-line-key.ts';
import { type BankAccount, type Movement, type MovementProblem, movementReader } from './bank-movement.ts';
import { shortened } from './column-convention.ts';

export type { BankAccount } from './bank-movement.ts';

export type StatementRow = { line: number; cells: readonly string[] };

/** Money that came in. `key` is the same whenever and in whichever file the line comes again. */
export type StatementLine = {
  line: number;
  key: string;
  bookedOn: PlainDate;
  valueOn: PlainDate;
  amount: Money;
  payer: string;
  payerAccount: string;
  /** The account, perhaps a virtual one, that the money was paid to, where the file tells. */
  creditedAccount: string;
  /** The bank's number of the entry. */
  entryNumber: string;
  /** What bank or payer refers to; perhaps a number of ours. */
  reference: string;
  text: string;
  balance: Money | null;
};

/** `amount` is a decimal in the account's currency. */
export type IgnoredWhy = { code: 'MONEY_OUT'; amount: string } | { code: 'NO_MONEY' | 'TOTAL' | 'HEADER' };
export type IgnoredLine = { line: number; why: IgnoredWhy };

export type LineProblemCode =
  | MovementProblem
  | 'AMOUNT_TOO_PRECISE'
  | 'CURRENCY_UNKNOWN'
  | 'CURRENCY_CONTRADICTS'
  | 'TOO_MANY_CELLS';

/** `column` is the header as the file spells it, `value` the text that was found there. */
export type LineProblem = { line: number; code: LineProblemCode; column: string; value: string };

export type Statement = { lines: StatementLine[]; ignored: IgnoredLine[]; problems: LineProblem[] };

/** Without a header nothing is read. */
export type StatementProblem = { code: 'NO_HEADER'; missing: MissingColumn[] };

/** Each row below the header comes out once: as a line, as ignored or as a problem. */
export function readStatement(
  rows: readonly StatementRow[],
  account: BankAccount,
): { statement: Statement } | { problem: StatementProblem } {
  const found = findBankColumns(rows.map(({ cells }) => cells));
  if ('missing' in found) return { problem: { code: 'NO_HEADER', missing: found.missing } };
  const below = rows.slice(found.first + found.columns.headerRows);
  const cells = bankCells(found.columns);
  const movementOf = movementReader(
    cells,
    below.map((row) => row.cells),
    account,
  );
  const keyOf = lineKeys(account.id);
  const statement: Statement = { lines: [], ignored: [], problems: [] };
  for (const row of below) {
    const reading = readRow(row.cells, found.columns, cells, movementOf, account.currency);
    if ('problem' in reading) statement.problems.push({ line: row.line, ...reading.problem });
    else if ('ignored' in reading) statement.ignored.push({ line: row.line, why: reading.ignored });
    else statement.lines.push({ line: row.line, key: keyOf(reading.read), ...reading.read });
  }
  return { statement };
}

type Reading =
  | { read: Omit<StatementLine, 'line' | 'key'> }
  | { ignored: IgnoredWhy }
  | { problem: Omit<LineProblem, 'line'> };

const SHOWN_CHARACTERS = 80;

function readRow(
  row: readonly string[],
  { headers }: BankColumns,
  cells: BankCells,
  movementOf: (row: readonly string[]) => Movement,
  accountCurrency: string,
): Reading {
  const problem = (code: LineProblemCode, column: BankColumn): Reading => ({
    problem: {
      code,
      column: cells.header(column),
      value: shortened(cells.text(row, column), SHOWN_CHARACTERS),
    },
  });
  if (isHeaderAgain(headers, row)) return { ignored: { code: 'HEADER' } };
  const moved = movementOf(row);
  if (moved.kind === 'NOTHING') return { ignored: { code: moved.why } };
  // A text with a delimiter in it shifts all that follows, the amount perhaps too.
  const extra = row.slice(headers.length).join(' ').trim();
  if (extra !== '')
    return { problem: { code: 'TOO_MANY_CELLS', column: '', value: shortened(extra, SHOWN_CHARACTERS) } };
  if (moved.kind === 'PROBLEM') return problem(moved.code, moved.column);
  if (moved.kind === 'OUT') return { ignored: { code: 'MONEY_OUT', amount: moved.amount } };
  const currency = currencyOf(cells.text(row, 'currency'), accountCurrency);
  if (currency === null) return problem('CURRENCY_UNKNOWN', 'currency');
  const amount = moneyOf(moved.amount, currency);
  if (amount === null) return problem('AMOUNT_TOO_PRECISE', moved.column);
  if (!isWrittenIn(cells.text(row, moved.column), currency))
    return problem('CURRENCY_CONTRADICTS', moved.column);
  return {
    read: {
      bookedOn: plainDate(moved.bookedOn),
      valueOn: plainDate(moved.valueOn),
      amount,
      balance: moved.balance === null ? null : moneyOf(moved.balance, currency),
      ...textsOf(row, cells),
    },
  };
}

function textsOf(row: readonly string[], cells: BankCells) {
  const [reference = '', ...furtherReferences] = cells.texts(row, 'reference');
  const texts = [...furtherReferences, ...cells.texts(row, 'text')].filter((text) => text !== '');
  return {
    payer: cells.text(row, 'payer'),
    payerAccount: cells.text(row, 'payerAccount'),
    creditedAccount: cells.text(row, 'creditedAccount'),
    entryNumber: cells.text(row, 'entryNumber'),
    reference,
    text: texts.join(' '),
  };
}

/** Statements of several pages repeat their header. */
function isHeaderAgain(headers: readonly string[], row: readonly string[]): boolean {
  return headers.every((header, index) => header === (row[index] ?? ''));
}

function currencyOf(cell: string, accountCurrency: string): string | null {
  if (cell === '') return accountCurrency;
  const codes = currenciesOf(cell);
  if (codes === null) return null;
  return codes.length === 0 || codes.includes(accountCurrency) ? accountCurrency : (codes[0] ?? null);
}

function moneyOf(decimal: string, currency: string): Money | null {
  try {
    return parseMoney(decimal, currency);
  } catch {
    return null;
  }
}
