/**
 * Formats: splits a text into rows; the delimiter is found, not asked for. Text in, rows of cells out.
 * May touch csv-parse.
 */
import { CsvError, parse } from 'csv-parse/sync';
import { cellText, rowCollector, TableFault, type TableRow } from './table.ts';

/** @throws TableFault when a quote stays open or there is too much of anything. */
export function csvRows(text: string): TableRow[] {
  const { delimiter, body, firstLine } = dialectOf(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const { rows, add } = rowCollector();
  // A record ends on the line that csv-parse counts; the next one starts after it.
  let lastLine = firstLine - 1;
  const addRecord = (record: string[], lines: number): void => {
    const line = lastLine + 1;
    lastLine = lines + firstLine - 1;
    if (lastLine - line >= MOST_LINES_OF_ROW) throw new TableFault('QUOTE_NOT_CLOSED', { row: line });
    add({ line, cells: record.map((cell, index) => cellText(cell, { row: line, column: index + 1 })) });
  };
  try {
    parse(body, {
      delimiter,
      record_delimiter: '\n',
      // A quotation mark inside a cell is a character like others; rows above the header are short.
      relax_quotes: true,
      relax_column_count: true,
      on_record: (record: string[], { lines }: { lines: number }) => {
        addRecord(record, lines);
        // What is collected here need not be collected twice.
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new TableFault('QUOTE_NOT_CLOSED', { row: lastLine + 1 });
  }
  return rows;
}

/** A remark may hold line breaks. The limit keeps two stray quotes from swallowing the rows between them. */
const MOST_LINES_OF_ROW = 20;

type Dialect = { delimiter: string; body: string; firstLine: number };

/** From the most to the least telling: texts hold commas, and amounts do. */
const DELIMITERS = ['\t', ';', ','];

function dialectOf(text: string): Dialect {
  const [hint, delimiter] = /^sep=([,;\t|])\n/i.exec(text) ?? [];
  if (hint !== undefined && delimiter !== undefined) {
    return { delimiter, body: text.slice(hint.length), firstLine: 2 };
  }
  const lines = text
    .slice(0, 100_000)
    .replace(/"[^"]*"/g, '')
    .split('\n')
    .slice(0, 200);
  const scores = DELIMITERS.map((one) => score(lines, one));
  return { delimiter: DELIMITERS[scores.indexOf(Math.max(...scores))] ?? ',', body: text, firstLine: 1 };
}

/** A delimiter stands equally often in most lines: that number, times the lines that agree on it. */
function score(lines: readonly string[], delimiter: string): number {
  const linesByCount = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    linesByCount.set(count, (linesByCount.get(count) ?? 0) + 1);
  }
  return Math.max(...[...linesByCount].map(([count, agreeing]) => count * agreeing));
}
