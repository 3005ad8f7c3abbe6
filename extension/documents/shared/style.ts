/** The looks of all documents, in points: an A4 page with room for a punch, one blue, two greys. */
import type { TextStyle } from './blocks.ts';
import type { Weight } from './typeface.ts';

export const PAGE = { width: 595.28, height: 841.89, left: 48, right: 48, top: 44, bottom: 56 };

/** Where a page after the first begins, below its running head. */
export const HEAD_HEIGHT = 30;

export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const CONTENT_BOTTOM = PAGE.height - PAGE.bottom;

export const COLOURS = {
  ink: '#1f2937',
  muted: '#667085',
  accent: '#1d4e79',
  alert: '#b42318',
  line: '#d0d5dd',
  faintLine: '#e7eaee',
  fill: '#f3f5f8',
} as const;

export type Colour = keyof typeof COLOURS;

/** `leading` is the height of a line as a multiple of the size. */
export type Type = { size: number; weight: Weight; colour: Colour; leading: number };

export const TYPE = {
  sender: { size: 13, weight: 'strong', colour: 'accent', leading: 1.35 },
  title: { size: 19, weight: 'strong', colour: 'ink', leading: 1.3 },
  subtitle: { size: 10.5, weight: 'regular', colour: 'muted', leading: 1.5 },
  heading1: { size: 13, weight: 'strong', colour: 'accent', leading: 1.4 },
  heading2: { size: 10.5, weight: 'strong', colour: 'ink', leading: 1.4 },
  label: { size: 8.5, weight: 'regular', colour: 'muted', leading: 1.45 },
  value: { size: 9, weight: 'regular', colour: 'ink', leading: 1.45 },
  figureLabel: { size: 8, weight: 'regular', colour: 'muted', leading: 1.4 },
  figure: { size: 13, weight: 'strong', colour: 'ink', leading: 1.35 },
  running: { size: 7.5, weight: 'regular', colour: 'muted', leading: 1.4 },
} as const satisfies Record<string, Type>;

export const TEXT_TYPE: Record<TextStyle, Type> = {
  letter: { size: 10.5, weight: 'regular', colour: 'ink', leading: 1.6 },
  body: { size: 9.5, weight: 'regular', colour: 'ink', leading: 1.5 },
  strong: { size: 9.5, weight: 'strong', colour: 'ink', leading: 1.5 },
  note: { size: 8, weight: 'regular', colour: 'muted', leading: 1.45 },
};

/** A table that does not fit is set smaller, step by step, before its words are broken. */
export const TABLE = { sizes: [8.5, 8, 7.5, 7, 6.5, 6], gap: 9, padding: 3.4, leading: 1.35, growsLeast: 84 };
