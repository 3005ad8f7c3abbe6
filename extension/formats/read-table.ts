/**
 * Formats: reads a file of rows, whatever its name says: CSV in the encodings that banks write, or XLSX.
 * Bytes in, rows of text cells out; it knows no rule. May touch its own readers and nothing of Twenty.
 */
import { csvRows } from './csv-rows.ts';
import { decodeText } from './decode-text.ts';
import {
  MOST_BYTES,
  type TableError,
  TableFault,
  type TableFile,
  type TableRow,
  tableError,
} from './table.ts';
import { xlsxRows } from './xlsx-rows.ts';

export type { TableError, TableErrorCode, TableFile, TableRow } from './table.ts';

/**
 * The rows of a CSV text or of the first visible sheet of an XLSX workbook; rows without any text are passed
 * over. Dates of a workbook come as `2025-01-31`, its numbers as `1234.5`; all else is the text of the cell,
 * never a formula carried out. Throws nothing: what is wrong with the file is the answer.
 */
export function readTable({ bytes }: TableFile): { rows: TableRow[] } | { error: TableError } {
  try {
    if (bytes.length > MOST_BYTES) throw new TableFault('TOO_LARGE');
    const rows = startsWith(bytes, ZIP) ? xlsxRows(bytes) : csvRows(textOf(bytes));
    if (rows.length === 0) throw new TableFault('EMPTY');
    return { rows };
  } catch (fault) {
    if (fault instanceof TableFault) return { error: tableError(fault) };
    throw fault;
  }
}

/** The first bytes tell what a file is; banks name web pages and texts `.xls`. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function textOf(bytes: Uint8Array): string {
  if (startsWith(bytes, OLD_OFFICE)) throw new TableFault('OLD_EXCEL');
  const text = decodeText(bytes);
  if (/^\s*<(!|\?xml|html|table|head|meta|body)/i.test(text.slice(0, 1_000)))
    throw new TableFault('WEB_PAGE');
  // No text has this character, and all binary files do.
  if (text.includes('\u0000')) throw new TableFault('NOT_A_TABLE');
  return text;
}
