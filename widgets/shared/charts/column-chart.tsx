/** Columns side by side, whole or in parts: amounts by day, week, month. A column opens its rows. */
import type { ReactNode } from 'react';
import { openRows, type Rows } from '#widgets/shared/figures/rows.ts';
import { flag } from '#widgets/shared/parts/flag.ts';
import { ChartFrame, isNothing } from './chart-frame.tsx';
import type { ChartHead, Look, Point, Series, Stack } from './chart-types.ts';
import { axisTop, percentOf } from './geometry.ts';
import { KeyList } from './key-list.tsx';

/** More columns than this have no room for their values on a telephone; the table has them all. */
const MANY = 8;

type ColumnChartProps = ChartHead & { points: readonly Point[]; names: readonly [string, string] };

/** `names` head the table's columns: what the columns are, what they count. */
export function ColumnChart({ points, names, ...head }: ColumnChartProps) {
  const top = axisTop(points.map(({ value }) => value));
  return (
    <ChartFrame
      {...head}
      isEmpty={isNothing(points.map(({ value }) => value))}
      table={{ heads: names, rows: points.map(({ label, text }) => [label, text]) }}
    >
      <Columns names={points.map(({ label }) => label)}>
        {points.map(({ key, value, label, text, look = 'FIRST', rows }) => (
          <Column key={key} label={label} text={text} rows={rows}>
            <Part look={look} percent={percentOf(value, top)} />
          </Column>
        ))}
      </Columns>
    </ChartFrame>
  );
}

type StackedColumnsProps = ChartHead & {
  series: readonly Series[];
  stacks: readonly Stack[];
  names: readonly [rows: string, total: string];
};

export function StackedColumns({ series, stacks, names, ...head }: StackedColumnsProps) {
  const sums = stacks.map((stack) =>
    series.reduce((all, { key }) => all + Math.max(0, stack.parts[key]?.value ?? 0), 0),
  );
  const top = axisTop(sums);
  return (
    <ChartFrame {...head} isEmpty={isNothing(sums)} table={stackTable(series, stacks, names)}>
      <KeyList series={series} />
      <Columns names={stacks.map(({ label }) => label)}>
        {stacks.map(({ key, label, text, parts, rows }) => (
          <Column key={key} label={label} text={text} rows={rows}>
            {series
              .filter((one) => (parts[one.key]?.value ?? 0) > 0)
              .map((one) => (
                <Part key={one.key} look={one.look} percent={percentOf(parts[one.key]?.value ?? 0, top)} />
              ))}
          </Column>
        ))}
      </Columns>
    </ChartFrame>
  );
}

export function stackTable(
  series: readonly Series[],
  stacks: readonly Stack[],
  names: readonly [string, string],
) {
  return {
    heads: [names[0], ...series.map(({ label }) => label), names[1]],
    rows: stacks.map(({ label, text, parts }) => [
      label,
      ...series.map(({ key }) => parts[key]?.text ?? '–'),
      text,
    ]),
  };
}

function Columns({ names, children }: { names: readonly string[]; children: ReactNode }) {
  return (
    <div>
      <div className="kt-columns" data-many={flag(names.length > MANY)}>
        {children}
      </div>
      <div className="kt-column-names" aria-hidden={true}>
        {names.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
    </div>
  );
}

type ColumnProps = { label: string; text: string; rows: Rows | undefined; children: ReactNode };

function Column({ label, text, rows, children }: ColumnProps) {
  const inside = (
    <span className="kt-column-stack">
      <span className="kt-column-value">{text}</span>
      {children}
    </span>
  );
  if (rows === undefined)
    return (
      <div className="kt-column" title={`${label}: ${text}`} aria-hidden={true}>
        {inside}
      </div>
    );
  return (
    <button
      type="button"
      className="kt-column kt-open"
      title={`${label}: ${text}`}
      aria-label={`${label}: ${text}`}
      onClick={() => openRows(rows)}
    >
      {inside}
    </button>
  );
}

function Part({ look, percent }: { look: Look; percent: number }) {
  return <span className="kt-column-part kt-fill" data-look={look} style={{ height: `${percent}%` }} />;
}
