/**
 * What the charts draw. A number is only how long a bar is; what a person reads is the text beside it, which
 * whoever asks has written from the exact value.
 */
import type { Rows } from '#widgets/shared/figures/rows.ts';

/** Each look is a colour and a pattern, so that nothing is told by colour alone. */
export type Look =
  | 'FIRST'
  | 'SECOND'
  | 'THIRD'
  | 'FOURTH'
  | 'FIFTH'
  | 'SIXTH'
  | 'GOOD'
  | 'WARN'
  | 'BAD'
  | 'REST';

export type Point = {
  key: string;
  label: string;
  value: number;
  /** The value as a person reads it: "NT$ 12.5M", "n/a". */
  text: string;
  look?: Look;
  rows?: Rows | undefined;
};

/** A column or line of the table and the legend. */
export type Series = { key: string; label: string; look: Look };

/** One bar of several parts, in the order of the series; a part without a value is not drawn. */
export type Stack = {
  key: string;
  label: string;
  /** The sum as a person reads it. */
  text: string;
  parts: Readonly<Record<string, { value: number; text: string }>>;
  rows?: Rows | undefined;
};

/** What every chart says of itself. */
export type ChartHead = {
  title: string;
  /** What is counted, over which time, and as of when. */
  description: string;
  /** What to say when there is nothing to draw, and what would bring something. */
  empty: string;
};
