/** A number that opens its rows when it has any; else the number alone. */
import type { ReactNode } from 'react';
import { openRows, type Rows } from './rows.ts';

type RowsTextProps = { rows: Rows | undefined; className?: string; children: ReactNode };

export function RowsText({ rows, className = '', children }: RowsTextProps) {
  if (rows === undefined) return <span className={className}>{children}</span>;
  return (
    <button
      type="button"
      className={`kt-text-open kt-open ${className}`.trim()}
      onClick={() => openRows(rows)}
    >
      {children}
    </button>
  );
}
