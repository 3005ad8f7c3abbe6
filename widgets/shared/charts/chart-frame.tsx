/**
 * What is around every chart: its title, what it counts, the numbers as a table for who does not see the
 * drawing, and a sentence in place of a chart that has nothing to show.
 */
import type { ReactNode } from 'react';
import type { ChartHead } from './chart-types.ts';

export type ChartTable = { heads: readonly string[]; rows: readonly (readonly string[])[] };

type ChartFrameProps = ChartHead & { isEmpty: boolean; table: ChartTable; children: ReactNode };

export function ChartFrame({ title, description, empty, isEmpty, table, children }: ChartFrameProps) {
  return (
    <figure className="kt-chart">
      <figcaption>
        <div className="kt-chart-title">{title}</div>
        <div className="kt-chart-text">{description}</div>
      </figcaption>
      {isEmpty ? <div className="kt-chart-empty">{empty}</div> : children}
      {!isEmpty && <HiddenTable title={title} table={table} />}
    </figure>
  );
}

function HiddenTable({ title, table }: { title: string; table: ChartTable }) {
  return (
    <table className="kt-hidden">
      <caption>{title}</caption>
      <thead>
        <tr>
          {table.heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(([name = '', ...cells], row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows may have the same name
          <tr key={`${row} ${name}`}>
            <th scope="row">{name}</th>
            {cells.map((cell, column) => (
              <td key={table.heads[column + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** True when there is nothing that could be drawn: no point, or only nothings. */
export function isNothing(values: readonly number[]): boolean {
  return values.every((value) => !(value > 0) && !(value < 0));
}
