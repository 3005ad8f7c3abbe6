/** A funnel: each stage as wide as what has reached it, and between two what share went on. */
import { Fragment } from 'react';
import { RowsText } from '#widgets/shared/figures/rows-text.tsx';
import { ChartFrame, isNothing } from './chart-frame.tsx';
import type { ChartHead, Point } from './chart-types.ts';
import { percentOf } from './geometry.ts';

export type FunnelStep = Point & {
  /** What became of those of the step before: "62% went on · 9 days on average". Null for the first. */
  between: string | null;
};

type FunnelProps = ChartHead & { steps: readonly FunnelStep[]; names: readonly [string, string, string] };

export function Funnel({ steps, names, ...head }: FunnelProps) {
  const top = Math.max(0, ...steps.map(({ value }) => value));
  return (
    <ChartFrame
      {...head}
      isEmpty={isNothing(steps.map(({ value }) => value))}
      table={{ heads: names, rows: steps.map(({ label, text, between }) => [label, text, between ?? '–']) }}
    >
      <div className="kt-funnel">
        {steps.map(({ key, label, value, text, between, look = 'FIRST', rows }) => (
          <Fragment key={key}>
            {between !== null && <div className="kt-funnel-between">{between}</div>}
            <div className="kt-funnel-step">
              <span>{label}</span>
              <span className="kt-funnel-bar">
                <span
                  className="kt-funnel-fill kt-fill"
                  data-look={look}
                  style={{ width: `${percentOf(value, top)}%` }}
                />
              </span>
              <RowsText rows={rows} className="kt-funnel-value">
                {text}
              </RowsText>
            </div>
          </Fragment>
        ))}
      </div>
    </ChartFrame>
  );
}
