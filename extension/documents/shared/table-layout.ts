/** How wide the columns of a table are, and into which lines its cells break. */
import type { Column, Row, TableBlock } from './blocks.ts';
import { PAGE_ROOM, type Pen, type Span } from './pen.ts';
import { TABLE, type Type } from './style.ts';

/** One list of lines a column; `isWide` has a single one, which runs over all columns. */
export type LaidRow = { lines: string[][]; isStrong: boolean; isWide: boolean; height: number };

export type TableLayout = {
  spans: Span[];
  wide: Span;
  cell: Type;
  strong: Type;
  head: LaidRow;
  rows: LaidRow[];
  totals: LaidRow[];
};

const layouts = new WeakMap<Pen, WeakMap<TableBlock, TableLayout>>();

/** Worked out once a table, since its height is asked for before it is drawn. */
export function layoutOf(pen: Pen, block: TableBlock, span: Span): TableLayout {
  const known = layouts.get(pen) ?? new WeakMap<TableBlock, TableLayout>();
  layouts.set(pen, known);
  const layout = known.get(block) ?? layOut(pen, block, span);
  known.set(block, layout);
  return layout;
}

function layOut(pen: Pen, block: TableBlock, span: Span): TableLayout {
  const { size, widths } = fitColumns(pen, block, span.width);
  const [cell, strong] = [typeOf(size, 'regular'), typeOf(size, 'strong')];
  const spans: Span[] = [];
  let x = span.x;
  for (const [index, width] of widths.entries()) {
    const inset = index === 0 ? TABLE.gap / 2 : 0;
    spans.push({ x: x + inset, width: width - inset - (index === widths.length - 1 ? TABLE.gap / 2 : 0) });
    x += width + TABLE.gap;
  }
  const lay = (row: Row): LaidRow[] => layRow(pen, row, spans, row.isStrong === true ? strong : cell);
  const titles = { cells: block.columns.map(({ title }) => title), isStrong: true };
  const rows = block.rows.flatMap(lay);
  return {
    spans,
    wide: { x: span.x + TABLE.gap / 2, width: span.width - TABLE.gap },
    cell,
    strong,
    head: lay(titles)[0] ?? { lines: [], isStrong: true, isWide: false, height: 0 },
    rows: rows.length > 0 ? rows : [emptyRow(pen, block.empty, span, cell)],
    totals: (block.totals ?? []).map((row) => ({ ...row, isStrong: true })).flatMap(lay),
  };
}

function emptyRow(pen: Pen, text: string, span: Span, type: Type): LaidRow {
  const lines = pen.breakText(text, type, span.width - TABLE.gap);
  return {
    lines: [lines],
    isStrong: false,
    isWide: true,
    height: lines.length * pen.lineHeight(type) + 2 * TABLE.padding,
  };
}

/** A row with more lines than a page has is cut into rows that fit. */
function layRow(pen: Pen, row: Row, spans: readonly Span[], type: Type): LaidRow[] {
  const cells = spans.map(({ width }, index) => pen.breakText(row.cells[index] ?? '', type, width));
  const step = pen.lineHeight(type);
  const most = Math.floor(PAGE_ROOM / step / 2);
  const count = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: Math.ceil(count / most) }, (_, part) => {
    const lines = cells.map((all) => all.slice(part * most, (part + 1) * most));
    const tallest = Math.max(1, ...lines.map(({ length }) => length));
    return {
      lines,
      isStrong: row.isStrong === true,
      isWide: false,
      height: tallest * step + 2 * TABLE.padding,
    };
  });
}

function typeOf(size: number, weight: Type['weight']): Type {
  return { size, weight, colour: 'ink', leading: TABLE.leading };
}

/** How closely the columns stand: at which size, and whether the words of a head are broken up. */
type Setting = { size: number; hasWholeTitles: boolean };

/** Whole heads before broken ones, and large letters before small ones. */
const SETTINGS: readonly Setting[] = TABLE.sizes.flatMap((size, index) =>
  index === 0
    ? [
        { size, hasWholeTitles: true },
        { size, hasWholeTitles: false },
      ]
    : [{ size, hasWholeTitles: false }],
);

/** The first setting in which the columns stand side by side; in the last, they share what there is. */
function fitColumns(pen: Pen, block: TableBlock, width: number): { size: number; widths: number[] } {
  const room = width - TABLE.gap * (block.columns.length - 1);
  let [size, widths]: [number, number[]] = [0, []];
  for (const setting of SETTINGS) {
    size = setting.size;
    widths = block.columns.map((column, index) => wanted(pen, block, column, index, setting, width));
    const rest = room - widths.reduce((sum, one) => sum + one, 0);
    if (rest >= 0) return { size, widths: spread(block.columns, widths, rest) };
  }
  const asked = widths.reduce((sum, one) => sum + one, 0);
  return { size, widths: widths.map((one) => (one * room) / asked) };
}

/** Gives what is left to the columns that grow, or to all when none does. */
function spread(columns: readonly Column[], widths: readonly number[], rest: number): number[] {
  const growing = columns.filter(({ grows }) => grows === true).length;
  return widths.map((width, index) => {
    if (growing === 0) return width + rest / columns.length;
    return columns[index]?.grows === true ? width + rest / growing : width;
  });
}

/** As wide as its widest text, but no column that does not grow takes more than a quarter. */
function wanted(
  pen: Pen,
  block: TableBlock,
  { title, grows }: Column,
  index: number,
  { size, hasWholeTitles }: Setting,
  width: number,
): number {
  const [cell, strong] = [typeOf(size, 'regular'), typeOf(size, 'strong')];
  const edge = index === 0 || index === block.columns.length - 1 ? TABLE.gap / 2 : 0;
  const widest = (texts: readonly string[], type: Type) =>
    texts.reduce((most, text) => Math.max(most, pen.widthOf(text, type)), 0);
  const head = widest(hasWholeTitles ? [title] : title.split(' '), strong);
  const texts = (rows: readonly Row[]) => rows.flatMap(({ cells }) => (cells[index] ?? '').split('\n'));
  const body = Math.max(widest(texts(block.rows), cell), widest(texts(block.totals ?? []), strong));
  if (grows !== true) return Math.max(head, Math.min(width / 4, body)) + edge;
  return Math.max(head, hasWholeTitles ? Math.min(body, 2 * TABLE.growsLeast) : TABLE.growsLeast) + edge;
}
