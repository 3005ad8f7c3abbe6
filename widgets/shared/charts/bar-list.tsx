/** Bars one below the other with name and value, and one bar of parts: rankings, ageing, shares. */
import { RowsText } from '#widgets/shared/figures/rows-text.tsx';
import { ChartFrame, isNothing } from './chart-frame.tsx';
import type { ChartHead, Point, Series, Stack } from './chart-types.ts';
import { stackTable } from './column-chart.tsx';
import { axisTop, percentOf } from './geometry.ts';
import { KeyList, PointList } from './key-list.tsx';

type BarListProps = ChartHead & { points: readonly Point[]; names: readonly [string, string] };

export function BarList({ points, names, ...head }: BarListProps) {
  const values = points.map(({ value }) => value);
  const top = Math.max(...values, 0);
  return (
    <ChartFrame
      {...head}
      isEmpty={isNothing(values)}
      table={{ heads: names, rows: points.map(({ label, text }) => [label, text]) }}
    >
      <div className="kt-barlist">
        {points.map(({ key, label, value, text, look = 'FIRST', rows }) => (
          <div className="kt-barlist-row" key={key}>
            <span className="kt-barlist-name">{label}</span>
            <span className="kt-barlist-track">
              <span
                className="kt-barlist-fill kt-fill"
                data-look={look}
                style={{ width: `${percentOf(value, top)}%` }}
              />
            </span>
            <RowsText rows={rows} className="kt-barlist-value">
              {text}
            </RowsText>
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}

type StackedBarsProps = ChartHead & {
  series: readonly Series[];
  stacks: readonly Stack[];
  names: readonly [rows: string, total: string];
  /** Each bar as wide as the others, so that shares are compared and not sums. */
  areShares?: boolean;
};

export function StackedBars({ series, stacks, names, areShares = false, ...head }: StackedBarsProps) {
  const sumOf = (stack: Stack) =>
    series.reduce((all, { key }) => all + Math.max(0, stack.parts[key]?.value ?? 0), 0);
  const top = axisTop(stacks.map(sumOf));
  return (
    <ChartFrame {...head} isEmpty={isNothing(stacks.map(sumOf))} table={stackTable(series, stacks, names)}>
      <KeyList series={series} />
      <div className="kt-barlist">
        {stacks.map((stack) => (
          <div className="kt-barlist-row" key={stack.key}>
            <span className="kt-barlist-name">{stack.label}</span>
            <span className="kt-barlist-track">
              {series.map(({ key, label, look }) => (
                <span
                  key={key}
                  className="kt-barlist-fill kt-fill"
                  data-look={look}
                  title={`${label}: ${stack.parts[key]?.text ?? '–'}`}
                  style={{
                    width: `${percentOf(stack.parts[key]?.value ?? 0, areShares ? sumOf(stack) : top)}%`,
                  }}
                />
              ))}
            </span>
            <RowsText rows={stack.rows} className="kt-barlist-value">
              {stack.text}
            </RowsText>
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}

type PartsBarProps = ChartHead & { points: readonly Point[]; names: readonly [string, string] };

/** One whole in its parts, with their values listed below. */
export function PartsBar({ points, names, ...head }: PartsBarProps) {
  const total = points.reduce((all, { value }) => all + Math.max(0, value), 0);
  return (
    <ChartFrame
      {...head}
      isEmpty={total === 0}
      table={{ heads: names, rows: points.map(({ label, text }) => [label, text]) }}
    >
      <div className="kt-strip" aria-hidden={true}>
        {points.map(({ key, label, value, text, look = 'FIRST' }) => (
          <span
            key={key}
            className="kt-barlist-fill kt-fill"
            data-look={look}
            title={`${label}: ${text}`}
            style={{ width: `${percentOf(value, total)}%` }}
          />
        ))}
      </div>
      <PointList points={points} />
    </ChartFrame>
  );
}
