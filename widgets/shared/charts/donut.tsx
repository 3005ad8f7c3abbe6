/** A ring of parts with its sum in the middle; the list beside it has every value. */
import { useState } from 'react';
import { ChartFrame } from './chart-frame.tsx';
import type { ChartHead, Look, Point } from './chart-types.ts';
import { ring } from './geometry.ts';
import { PointList } from './key-list.tsx';

/** A slice below this share has no room for its percent. */
const LABELLED = 0.07;

type DonutProps = ChartHead & {
  points: readonly Point[];
  names: readonly [string, string];
  middle: string;
};

export function Donut({ points, names, middle, ...head }: DonutProps) {
  const [prefix] = useState(() => `kt${Math.random().toString(36).slice(2)}`);
  const slices = ring(points.map(({ value }) => value));
  return (
    <ChartFrame
      {...head}
      isEmpty={slices.every(({ share }) => share === 0)}
      table={{ heads: names, rows: points.map(({ label, text }) => [label, text]) }}
    >
      <div className="kt-donut">
        <div className="kt-donut-ring">
          <svg viewBox="0 0 100 100" aria-hidden={true}>
            <RingPatterns prefix={prefix} />
            {slices.map(({ path }, index) => (
              <path key={points[index]?.key} data-look={lookAt(points, index)} d={path} />
            ))}
            {slices.map(({ path }, index) => (
              <g key={points[index]?.key} fill={`url(#${prefix}${lookAt(points, index)})`}>
                <path className="kt-donut-pattern" d={path} />
              </g>
            ))}
            {slices.map(
              ({ share, labelX, labelY }, index) =>
                share >= LABELLED && (
                  <text key={points[index]?.key} data-look={lookAt(points, index)} x={labelX} y={labelY}>
                    {`${Math.round(share * 100)}%`}
                  </text>
                ),
            )}
          </svg>
          <div className="kt-donut-middle">{middle}</div>
        </div>
        <PointList points={points} />
      </div>
    </ChartFrame>
  );
}

function lookAt(points: readonly Point[], index: number): Look {
  return points[index]?.look ?? 'FIRST';
}

/** The patterns of the bars as far as a ring can have them: lines so far apart, turned by so many degrees. */
const LINES: Partial<Record<Look, readonly [apart: number, turns: readonly number[]]>> = {
  SECOND: [5, [45]],
  THIRD: [4, [0, 90]],
  FOURTH: [4, [90]],
  FIFTH: [5, [-45]],
  SIXTH: [4, [0]],
  WARN: [6, [45]],
  BAD: [5, [45, -45]],
  REST: [3, [90]],
};

/** The host's page is one document: each ring names its patterns for itself. */
function RingPatterns({ prefix }: { prefix: string }) {
  return (
    <defs>
      {Object.entries(LINES).map(([look, [apart, turns]]) => (
        <pattern
          key={look}
          id={`${prefix}${look}`}
          width={apart}
          height={apart}
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(${turns[0]})`}
        >
          <path d={`M0 ${apart / 2}H${apart}${turns.length > 1 ? `M${apart / 2} 0V${apart}` : ''}`} />
        </pattern>
      ))}
    </defs>
  );
}
