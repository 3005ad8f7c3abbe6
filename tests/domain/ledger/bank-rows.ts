/** Statements for tests, short to write: cells parted by a bar, the header first. */
import { type BankAccount, readStatement, type Statement } from '#domain/ledger/bank-statement.ts';
import { formatMoney } from '#domain/shared/money.ts';
import { readTable } from '../../../extension/formats/read-table.ts';
import { fixture } from '../../formats/reading.ts';

export const tableOf = (...rows: string[]) =>
  rows.map((row, index) => ({ line: index + 1, cells: row.split('|').map((cell) => cell.trim()) }));

/** @throws Error when there is no header. */
export function statementOf(rows: ReturnType<typeof tableOf>, account: Partial<BankAccount> = {}): Statement {
  const read = readStatement(rows, { id: 'A', currency: 'EUR', ...account });
  if ('problem' in read) throw new Error(JSON.stringify(read.problem));
  return read.statement;
}

/** @throws Error when the file cannot be read. */
export function statementOfFile(name: string, currency: string): Statement {
  const table = readTable({ fileName: name, bytes: fixture(name) });
  if ('error' in table) throw new Error(table.error.problem);
  return statementOf(table.rows, { currency });
}

/** "5: 2025-01-31 1234.56 EUR", by line. */
export const moneyIn = ({ lines }: Statement): string[] =>
  lines.map(({ line, bookedOn, amount }) => `${line}: ${bookedOn} ${formatMoney(amount)} ${amount.currency}`);
