import type { Column, Columns } from './columns.ts';
import type { Reading } from './reading.ts';
import type { RowProblem } from './sales-record.ts';

/** A row's cells by column, collecting what is wrong with them. */
export type Cells = {
  text: (column: Column) => string;
  take: <T>(column: Column, reading: (text: string) => Reading<T>, ifUnreadable: T) => T;
  refuse: (column: Column, message: string) => void;
  problems: RowProblem[];
};

/** `cells` stand in the file's order, as many as the header has columns. */
export function cellsByColumn(columns: Columns, line: number, cells: readonly string[]): Cells {
  const problems: RowProblem[] = [];
  const indexOf = (column: Column) => columns.indexes.get(column) ?? -1;
  const text = (column: Column) => (cells[indexOf(column)] ?? '').trim();
  const refuse = (column: Column, message: string) => {
    const header = columns.headers[indexOf(column)] ?? column;
    problems.push({ line, column: header, value: text(column), message });
  };
  const take: Cells['take'] = (column, reading, ifUnreadable) => {
    const result = reading(text(column));
    if (result.isRead) return result.value;
    refuse(column, result.message);
    return ifUnreadable;
  };
  return { text, take, refuse, problems };
}
