/** Small pieces every statement is made of. */
import { quote } from '#scripts/workspace/model/make-field.ts';
import type { ColumnModel } from '#scripts/workspace/model/model.ts';

/** Collects values and gives their places (`$1`, `$2`, …). */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

export const columnRef = (alias: string, column: string) => `${quote(alias)}.${quote(column)}`;

/** A value in the form PGlite's serialisers take for the column's type. */
export function toSqlValue(value: unknown, column: Pick<ColumnModel, 'sqlType'>): unknown {
  if (value === null || value === undefined) return null;
  switch (column.sqlType) {
    case 'jsonb':
      return JSON.stringify(value);
    case 'text[]':
      return Array.isArray(value) ? value.map(String) : [String(value)];
    case 'boolean':
      return value;
    default:
      return String(value);
  }
}

/** Many-to-one joins a filter or an order asks for: relation name -> join clause. */
export type Joins = Map<string, string>;
