/** Lines over time, and the small one beside a number. Drawn in a box of 100 by 100 that stretches. */
import { ChartFrame, isNothing } from './chart-frame.tsx';
import type { ChartHead, Look, Series } from './chart-types.ts';
import { axisTop, linePoints, pathOf } from './geometry.ts';
import { KeyList } from './key-list.tsx';

type LineChartProps = ChartHead & {
  /** What stands below the lines, one for each point. */
  labels: readonly string[];
  lines: readonly (Series & { values: readonly number[]; texts: readonly string[] })[];
  names: readonly [rows: string];
  /** Where the highest line of the box stands, as a person reads it. */
  topText: (top: number) => string;
};

export function LineChart({ labels, lines, names, topText, ...head }: LineChartProps) {
  const all = lines.flatMap(({ values }) => values);
  const top = axisTop(all);
  const bottom = Math.min(0, ...all);
  return (
    <ChartFrame
      {...head}
      isEmpty={isNothing(all)}
      table={{
        heads: [names[0], ...lines.map(({ label }) => label)],
        rows: labels.map((label, index) => [label, ...lines.map(({ texts }) => texts[index] ?? '–')]),
      }}
    >
      {lines.length > 1 && <KeyList series={lines} />}
      <div>
        <div className="kt-line-box" aria-hidden={true}>
          <span className="kt-line-top">{topText(top)}</span>
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden={true}>
            {lines.map(({ key, look, values }) => (
              <path key={key} data-look={look} d={pathOf(linePoints(values, top, bottom, 0.5))} />
            ))}
          </svg>
        </div>
        <div className="kt-column-names" aria-hidden={true}>
          {labels.map((label) => (
            <span key={label}>{label}</span>
          ))}
        </div>
      </div>
    </ChartFrame>
  );
}

type SparklineProps = { values: readonly number[]; label: string; look?: Look };

/** `label` says in words what the line shows; it has no room for numbers. */
export function Sparkline({ values, label, look = 'FIRST' }: SparklineProps) {
  if (values.length < 2 || isNothing(values)) return null;
  return (
    <span className="kt-spark" role="img" aria-label={label} title={label}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden={true}>
        <path data-look={look} d={pathOf(linePoints(values, axisTop(values), Math.min(0, ...values)))} />
      </svg>
    </span>
  );
}
