/**
 * Formats: what reading a file gives. Rows of text cells with the line they stand on, or what is wrong with
 * the file as a code, a sentence, and where. Touches nothing.
 */
export type TableFile = { fileName: string; bytes: Uint8Array };

/** `line` counts from 1 and is the row's number in a spreadsheet, or the line of a text that it starts on. */
export type TableRow = { line: number; cells: string[] };

export type TableErrorCode =
  | 'EMPTY'
  | 'TOO_LARGE'
  | 'TOO_MANY_ROWS'
  | 'TOO_MANY_COLUMNS'
  | 'CELL_TOO_LONG'
  | 'OLD_EXCEL'
  | 'WEB_PAGE'
  | 'NOT_A_TABLE'
  | 'QUOTE_NOT_CLOSED'
  | 'BROKEN_WORKBOOK';

/** `row` and `column` count from 1 and are there when one place is to blame. */
export type TableError = { code: TableErrorCode; row?: number; column?: number; problem: string };

export const MOST_BYTES = 10_000_000;
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 256;
/** What a cell of a spreadsheet can hold at most. */
export const MOST_CHARACTERS = 32_767;

const SAVE_AS = 'Open it in Excel or LibreOffice, save it as .xlsx and try again.';

const PROBLEMS: Readonly<Record<TableErrorCode, string>> = {
  EMPTY: 'The file is empty.',
  TOO_LARGE: 'The file is larger than 10 MB, or unpacks to more than 64 MB. Split it and try again.',
  TOO_MANY_ROWS: 'The file has more than 20,000 rows. Split it and try again.',
  TOO_MANY_COLUMNS: 'The file has more than 256 columns. Remove what is not needed and try again.',
  CELL_TOO_LONG: 'A cell holds more than 32,767 characters. Shorten it and try again.',
  OLD_EXCEL: `The file is an old Excel file (.xls) or has a password. ${SAVE_AS}`,
  WEB_PAGE: `The file is a web page or an XML file, whatever its name says. ${SAVE_AS}`,
  NOT_A_TABLE: 'The file is neither a text with columns (.csv) nor an Excel file (.xlsx).',
  QUOTE_NOT_CLOSED: 'A cell starts with a quotation mark that is never closed. Close or remove it.',
  BROKEN_WORKBOOK: `The Excel file cannot be read: it is damaged or incomplete. ${SAVE_AS}`,
};

/** Thrown deep inside a reader and caught by `readTable`, which throws nothing. */
export class TableFault extends Error {
  constructor(
    readonly code: TableErrorCode,
    readonly place: { row?: number; column?: number } = {},
  ) {
    super(PROBLEMS[code]);
  }
}

export function tableError({ code, place, message }: TableFault): TableError {
  return { code, ...place, problem: message };
}

/** No database takes them all: control characters, halves of characters, marks of byte order. */
const UNSTORABLE = /[\p{Cc}\p{Cs}\uFEFF]/gu;

/** A cell's text, storable and without blanks around it. */
export function cellText(text: string, place: { row: number; column: number }): string {
  if (text.length > MOST_CHARACTERS) throw new TableFault('CELL_TOO_LONG', place);
  // A line break or a tab inside a cell parts two words.
  return text
    .replace(/[\t\r\n]/g, ' ')
    .replace(UNSTORABLE, '')
    .trim();
}

/** Collects rows that hold anything, and stops a file that holds too much. */
export function rowCollector(): { rows: TableRow[]; add: (row: TableRow) => void } {
  const rows: TableRow[] = [];
  const add = (row: TableRow): void => {
    const last = row.cells.findLastIndex((cell) => cell !== '');
    if (last < 0) return;
    if (last >= MOST_COLUMNS) throw new TableFault('TOO_MANY_COLUMNS', { row: row.line, column: last + 1 });
    if (rows.length === MOST_ROWS) throw new TableFault('TOO_MANY_ROWS', { row: row.line });
    rows.push({ line: row.line, cells: row.cells.slice(0, MOST_COLUMNS) });
  };
  return { rows, add };
}
