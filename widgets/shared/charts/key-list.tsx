/** The legend: each look with its name, and its value where the drawing has no room for it. */
import { RowsText } from '#widgets/shared/figures/rows-text.tsx';
import type { Point, Series } from './chart-types.ts';

export function KeyList({ series }: { series: readonly Series[] }) {
  return (
    <ul className="kt-key">
      {series.map(({ key, label, look }) => (
        <li key={key}>
          <span className="kt-key-mark kt-fill" data-look={look} />
          {label}
        </li>
      ))}
    </ul>
  );
}

export function PointList({ points }: { points: readonly Point[] }) {
  return (
    <ul className="kt-key">
      {points.map(({ key, label, text, look = 'FIRST', rows }) => (
        <li key={key}>
          <span className="kt-key-mark kt-fill" data-look={look} />
          <span>{label}</span>
          <RowsText rows={rows} className="kt-key-value">
            {text}
          </RowsText>
        </li>
      ))}
    </ul>
  );
}
