/** Tables: columns as wide as their texts, one column that takes the rest, a head on every page. */
import type { TableBlock } from './blocks.ts';
import type { Pen, Span } from './pen.ts';
import { TABLE } from './style.ts';
import { type LaidRow, layoutOf, type TableLayout } from './table-layout.ts';

export function tableHeight(pen: Pen, block: TableBlock, span: Span): number {
  const { head, rows, totals } = layoutOf(pen, block, span);
  return [head, ...rows, ...totals].reduce((sum, { height }) => sum + height, 0);
}

/** What must fit below a heading for the heading to stand there: the head and the first two rows. */
export function tableLead(pen: Pen, block: TableBlock, span: Span): number {
  const { head, rows, totals } = layoutOf(pen, block, span);
  const first = rows.length <= 2 ? [...rows, ...totals] : rows.slice(0, 2);
  return first.reduce((sum, { height }) => sum + height, head.height);
}

export function drawTable(pen: Pen, block: TableBlock, span: Span): void {
  const layout = layoutOf(pen, block, span);
  const { rows, totals } = layout;
  const tail = totals.reduce((sum, { height }) => sum + height, rows.at(-1)?.height ?? 0);
  pen.ensure(tableLead(pen, block, span));
  drawHead(pen, block, layout, span);
  rows.forEach((row, index) => {
    const isLast = index === rows.length - 1;
    if ((isLast ? tail : row.height) > pen.room) {
      pen.newPage();
      drawHead(pen, block, layout, span);
    }
    drawRow(pen, block, layout, row);
    pen.rule(span, pen.y, isLast ? 'line' : 'faintLine', isLast ? 0.8 : 0.5);
  });
  for (const total of totals) {
    if (total.height > pen.room) pen.newPage();
    drawRow(pen, block, layout, total);
    pen.rule(span, pen.y, 'line', 0.8);
  }
}

function drawHead(pen: Pen, block: TableBlock, layout: TableLayout, span: Span): void {
  pen.box(span, pen.y, layout.head.height, 'fill');
  drawRow(pen, block, layout, layout.head);
  pen.rule(span, pen.y, 'line', 0.8);
}

function drawRow(pen: Pen, block: TableBlock, layout: TableLayout, row: LaidRow): void {
  const isHead = row === layout.head;
  const type = isHead
    ? { ...layout.strong, colour: 'muted' as const }
    : row.isStrong
      ? layout.strong
      : layout.cell;
  const step = pen.lineHeight(type);
  row.lines.forEach((lines, column) => {
    const cell = row.isWide ? layout.wide : layout.spans[column];
    if (cell === undefined) return;
    const align = row.isWide ? 'left' : block.columns[column]?.align;
    // The words of a head that wraps stand at its foot, next to what they name.
    const start = isHead ? row.height - TABLE.padding - lines.length * step : TABLE.padding;
    pen.drawLines(lines, type, cell, pen.y + start, align);
  });
  pen.y += row.height;
}
