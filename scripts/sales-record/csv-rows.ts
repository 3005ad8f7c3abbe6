import { CsvError, parse } from 'csv-parse/sync';

/** One row of the file; a row whose quotes do not close has no cells but a complaint. */
export type CsvRow =
  | { line: number; cells: string[]; fault: null }
  | { line: number; cells: null; fault: CsvFault };

/** The 0-based cell in which a quote is left open, and the text of that line. */
export type CsvFault = { cell: number; text: string };

// A remark may hold line breaks inside quotes. The limit keeps one stray quote from swallowing the file.
const MAX_LINES_PER_ROW = 20;

/**
 * Splits comma-separated text (LF or CRLF, quoted fields, byte-order mark or none) into rows with the line
 * each starts on. Blank lines and rows of empty cells only are passed over. Never throws: a line with an
 * open quote is reported by itself, and reading goes on with the next line.
 */
export function csvRows(text: string): CsvRow[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const rows: CsvRow[] = [];
  let width: number | null = null;
  let index = 0;
  while (index < lines.length) {
    const taken = takeRow(lines, index, width);
    const isBlank = taken.cells?.every((cell) => cell.trim() === '') ?? false;
    if (!isBlank) {
      const line = index + 1;
      rows.push(
        taken.cells === null
          ? { line, cells: null, fault: taken.fault }
          : { line, cells: taken.cells, fault: null },
      );
      width ??= taken.cells?.length ?? null;
    }
    index += taken.lineCount;
  }
  return rows;
}

type Taken = { lineCount: number } & ({ cells: string[]; fault: null } | { cells: null; fault: CsvFault });

function takeRow(lines: readonly string[], start: number, width: number | null): Taken {
  const first = lines[start] ?? '';
  // A quote in the middle of a cell is text as long as the row is whole on its line.
  const alone = cellsOf(first, { relax_quotes: true });
  if (Array.isArray(alone)) return { lineCount: 1, cells: alone, fault: null };
  let joined = first;
  for (let count = 2; count <= MAX_LINES_PER_ROW && start + count <= lines.length; count += 1) {
    joined += `\n${lines[start + count - 1]}`;
    const cells = cellsOf(joined, { relax_quotes: false });
    // A stray quote can pair up with one of a later row; what they make is then no clean cell or no whole row.
    if (Array.isArray(cells) && (width === null || cells.length === width)) {
      return { lineCount: count, cells, fault: null };
    }
  }
  return { lineCount: 1, cells: null, fault: { cell: alone.cell, text: first } };
}

function cellsOf(text: string, options: { relax_quotes: boolean }): string[] | { cell: number } {
  if (!text.includes('"')) return text.split(',');
  try {
    // The text is one row: line breaks in it belong to a quoted cell.
    const records = parse(text, { ...options, record_delimiter: '\n' });
    return records.length === 1 && records[0] !== undefined ? records[0] : { cell: 0 };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { cell: openQuoteCell(text) };
  }
}

// The open quote is the last one and all cells before it are whole, so the commas outside of those count.
function openQuoteCell(text: string): number {
  const before = text.slice(0, Math.max(0, text.lastIndexOf('"')));
  return before.replace(/"[^"]*"/g, '').split(',').length - 1;
}
