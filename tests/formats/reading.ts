/** Short ways to read a table in tests. */
import { readFileSync } from 'node:fs';
import { readTable, type TableError, type TableRow } from '../../extension/formats/read-table.ts';

type Content = Uint8Array | string;

const bytesOf = (content: Content): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

export const read = (content: Content) => readTable({ fileName: 'file', bytes: bytesOf(content) });

/** @throws Error when the file is refused. */
export function rowsOf(content: Content): TableRow[] {
  const table = read(content);
  if ('error' in table) throw new Error(JSON.stringify(table.error));
  return table.rows;
}

export const cellsOf = (content: Content): string[][] => rowsOf(content).map(({ cells }) => cells);

export function errorOf(content: Content): TableError | null {
  const table = read(content);
  return 'error' in table ? table.error : null;
}

export const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
