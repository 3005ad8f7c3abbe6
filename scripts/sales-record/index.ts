import { assemble } from './assemble.ts';
import { type Columns, findColumns, isEnglishHeader, notARecord } from './columns.ts';
import { type CsvRow, csvRows } from './csv-rows.ts';
import { readSaleRow, type SaleRow } from './sale-row.ts';
import type { RowProblem, SalesRecord, SkippedRow } from './sales-record.ts';

export { describeProblems } from './describe-problems.ts';
export type * from './sales-record.ts';

/**
 * Reads a pre-sale file ("B") of Taiwan's register of actual prices (實價登錄): UTF-8 comma-separated text with
 * the register's Chinese header. Never throws. A row with a problem yields neither unit nor sale and leaves the
 * other rows as they are; without a usable header nothing is read. `rows` counts the rows below the header,
 * those with problems and those skipped included.
 */
export function readSalesRecord(text: string): { record: SalesRecord; problems: RowProblem[]; rows: number } {
  const [header, ...below] = csvRows(text);
  const columns = headerColumns(header);
  if (Array.isArray(columns)) return { record: assemble([], []), problems: columns, rows: 0 };

  const [second] = below;
  const rows = second?.cells && isEnglishHeader(second.cells) ? below.slice(1) : below;
  const saleRows: SaleRow[] = [];
  const skipped: SkippedRow[] = [];
  const problems: RowProblem[] = [];
  const firstLineBySerial = new Map<string, number>();
  for (const row of rows) {
    const broken = brokenRow(columns, row);
    if (broken !== null || row.cells === null) {
      if (broken !== null) problems.push(broken);
      continue;
    }
    const reading = readSaleRow(columns, row.line, row.cells, firstLineBySerial);
    if (reading.outcome === 'SALE') saleRows.push(reading.row);
    else if (reading.outcome === 'SKIPPED') skipped.push({ line: row.line, reason: reading.reason });
    else problems.push(...reading.problems);
  }
  return { record: assemble(saleRows, skipped), problems, rows: rows.length };
}

function headerColumns(header: CsvRow | undefined): Columns | RowProblem[] {
  if (header === undefined) return [notARecord('', 1)];
  if (header.cells === null) return [notARecord(header.fault.text, header.line)];
  return findColumns(header.cells, header.line);
}

/** The problem of a row whose cells cannot be told apart or matched to the columns; null for a whole row. */
function brokenRow({ headers, count }: Columns, row: CsvRow): RowProblem | null {
  const { line } = row;
  if (row.cells === null) {
    const column = headers[Math.min(row.fault.cell, count - 1)] ?? '';
    const message = 'The row has a quotation mark that is not closed; expected " at both ends of the cell.';
    return { line, column, value: row.fault.text.slice(0, 80), message };
  }
  const cells = row.cells;
  const counts = `expected ${count}, as in the header line`;
  if (cells.length < count) {
    const column = headers[cells.length] ?? '';
    return { line, column, value: '', message: `The row ends after ${cells.length} columns; ${counts}.` };
  }
  if (cells.length > count) {
    const value = cells.slice(count).join(',');
    const message = `The row has ${cells.length} columns; ${counts}.`;
    return { line, column: headers[count - 1] ?? '', value, message };
  }
  return null;
}
