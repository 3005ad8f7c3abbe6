/** How wide the columns of a table are, and into which lines its cells break. */
import type { Column, Row, TableBlock } from './blocks.ts';
import type { Pen, Span } from './pen.ts';
import { CONTENT_BOTTOM, HEAD_HEIGHT, PAGE, TABLE, type Type } from './style.ts';

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
  const { size, widths } = fit(pen, block, span.width);
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
  const most = Math.floor((CONTENT_BOTTOM - PAGE.top - HEAD_HEIGHT) / step / 2);
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

/** The largest size at which the columns stand side by side; at the smallest, they share what there is. */
function fit(pen: Pen, block: TableBlock, width: number): { size: number; widths: number[] } {
  const gaps = TABLE.gap * (block.columns.length - 1);
  for (const size of TABLE.sizes) {
    const least = block.columns.map((column, index) => wanted(pen, block, column, index, size, width));
    const rest = width - gaps - least.reduce((sum, one) => sum + one, 0);
    if (rest < 0 && size !== TABLE.sizes.at(-1)) continue;
    if (rest < 0) return { size, widths: least.map((one) => (one * (width - gaps)) / (width - gaps - rest)) };
    const growing = block.columns.filter(({ grows }) => grows === true).length;
    const share = growing === 0 ? rest / block.columns.length : rest / growing;
    return {
      size,
      widths: least.map((one, index) => (growing === 0 || block.columns[index]?.grows ? one + share : one)),
    };
  }
  return { size: TABLE.sizes[0] ?? 8, widths: block.columns.map(() => width / block.columns.length) };
}

function wanted(
  pen: Pen,
  block: TableBlock,
  column: Column,
  index: number,
  size: number,
  width: number,
): number {
  const [cell, strong] = [typeOf(size, 'regular'), typeOf(size, 'strong')];
  const edge = index === 0 || index === block.columns.length - 1 ? TABLE.gap / 2 : 0;
  const title = Math.max(0, ...column.title.split(' ').map((word) => pen.widthOf(word, strong)));
  if (column.grows === true) return Math.max(title, TABLE.growsLeast) + edge;
  const widest = (rows: readonly Row[], type: Type) =>
    rows.map(({ cells }) =>
      Math.max(0, ...(cells[index] ?? '').split('\n').map((line) => pen.widthOf(line, type))),
    );
  const texts = [...widest(block.rows, cell), ...widest(block.totals ?? [], strong)];
  return Math.max(title, Math.min(width / 4, Math.max(0, ...texts))) + edge;
}
