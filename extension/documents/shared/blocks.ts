/**
 * What a document is made of: plain data, put together by the documents and drawn by `render.ts`.
 * Every text may hold line breaks. Amounts and dates are texts already (`text-format.ts`).
 */
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { Language } from './language.ts';

export type Align = 'left' | 'right' | 'center';

/** `letter` is running text, `body` the text around tables, `note` small and grey. */
export type TextStyle = 'letter' | 'body' | 'strong' | 'note';

export type Column = {
  title: string;
  align?: Align;
  /** Takes the room that the other columns leave, and wraps. */
  grows?: boolean;
};

export type Row = {
  /** One text a column. */
  cells: readonly string[];
  isStrong?: boolean;
};

export type TableBlock = {
  kind: 'table';
  columns: readonly Column[];
  rows: readonly Row[];
  /** Kept on one page with the last row. */
  totals?: readonly Row[];
  /** Said in place of the rows when there are none. */
  empty: string;
};

export type Fact = { label: string; value: string };

/** A number that somebody looks for first; `isAlert` is for what is overdue. */
export type Figure = { label: string; value: string; isAlert?: boolean };

export type Block =
  | { kind: 'title'; text: string; subtitle?: string }
  /** `aside` stands at the right end of the line: in which currency the amounts are. */
  | { kind: 'heading'; text: string; level: 1 | 2; aside?: string }
  | { kind: 'text'; text: string; style: TextStyle; align?: Align }
  /** `isAmounts`: the values are amounts, set one below the other to the right. */
  | { kind: 'facts'; facts: readonly Fact[]; isAmounts?: boolean }
  /** Facts on a ground of their own, kept together: where to pay. */
  | { kind: 'panel'; facts: readonly Fact[] }
  | { kind: 'figures'; figures: readonly Figure[] }
  | TableBlock
  | { kind: 'sides'; left: readonly Block[]; right: readonly Block[] }
  /** Stays on one page when a page can hold it. */
  | { kind: 'together'; blocks: readonly Block[] }
  | { kind: 'space'; points: number }
  | { kind: 'newPage' };

/** Who sends the document: a name, and its address and telephone in as many lines as it takes. */
export type Letterhead = { name: string; lines: readonly string[] };

export type DocumentSpec = {
  language: Language;
  /** In the file's properties and at the head of every page but the first. */
  title: string;
  /** The document's own number: at the head and foot of the pages. */
  reference: string;
  date: PlainDate;
  letterhead: Letterhead;
  blocks: readonly Block[];
};
