/** Draws the blocks of a document one below the other. */
import type { Block, Fact, Figure } from './blocks.ts';
import type { Pen, Span } from './pen.ts';
import { CONTENT_BOTTOM, HEAD_HEIGHT, PAGE, TEXT_TYPE, TYPE, type Type } from './style.ts';
import { drawTable, tableHeight, tableLead } from './table.ts';

const GUTTER = 24;
const FIGURE = { padding: 9, gap: 8 };
/** The label of a fact takes so much of its line. */
const LABEL_SHARE = 0.36;

export function drawBlocks(pen: Pen, blocks: readonly Block[], span: Span): void {
  blocks.forEach((block, index) => {
    if (block.kind === 'heading') pen.ensure(leadOf(pen, blocks.slice(index), span));
    drawBlock(pen, block, span);
  });
}

function drawBlock(pen: Pen, block: Block, span: Span): void {
  switch (block.kind) {
    case 'title':
      return drawTitle(pen, block, span);
    case 'heading':
      return drawHeading(pen, block, span);
    case 'text':
      return pen.drawText(block.text, TEXT_TYPE[block.style], span, block.align);
    case 'facts':
      return drawFacts(pen, block.facts, span);
    case 'figures':
      return drawFigures(pen, block.figures, span);
    case 'table':
      return drawTable(pen, block, span);
    case 'sides':
      return drawSides(pen, block, span);
    case 'together':
      pen.ensure(heightOf(pen, block, span));
      return drawBlocks(pen, block.blocks, span);
    case 'space':
      pen.y += Math.min(block.points, Math.max(0, pen.room));
      return;
    case 'newPage':
      return pen.newPage();
  }
}

/** The height of a block were it never broken. */
function heightOf(pen: Pen, block: Block, span: Span): number {
  const text = (value: string, type: Type, { width } = span) =>
    pen.breakText(value, type, width).length * pen.lineHeight(type);
  switch (block.kind) {
    case 'title':
      return (
        text(block.text, TYPE.title) +
        (block.subtitle === undefined ? 0 : text(block.subtitle, TYPE.subtitle))
      );
    case 'heading':
      return text(block.text, headingType(block.level)) + HEADING_SPACE[block.level];
    case 'text':
      return text(block.text, TEXT_TYPE[block.style]);
    case 'facts':
      return block.facts.reduce((sum, fact) => sum + factHeight(pen, fact, span), 0);
    case 'figures':
      return figuresHeight(pen, block.figures, span);
    case 'table':
      return tableHeight(pen, block, span);
    case 'sides': {
      const [left, right] = sides(span);
      return Math.max(sumHeight(pen, block.left, left), sumHeight(pen, block.right, right));
    }
    case 'together':
      return sumHeight(pen, block.blocks, span);
    case 'space':
      return block.points;
    case 'newPage':
      return 0;
  }
}

function sumHeight(pen: Pen, blocks: readonly Block[], span: Span): number {
  return blocks.reduce((sum, block) => sum + heightOf(pen, block, span), 0);
}

/** A heading never stands alone at the foot of a page: it takes the beginning of what it names along. */
function leadOf(pen: Pen, blocks: readonly Block[], span: Span): number {
  const [block, ...rest] = blocks;
  if (block === undefined) return 0;
  if (block.kind === 'heading' || block.kind === 'space')
    return heightOf(pen, block, span) + leadOf(pen, rest, span);
  if (block.kind === 'table') return tableLead(pen, block, span);
  if (block.kind !== 'text') return heightOf(pen, block, span);
  const [height, step] = [heightOf(pen, block, span), pen.lineHeight(TEXT_TYPE[block.style])];
  return height > 3 * step ? 2 * step : height + leadOf(pen, rest, span);
}

function drawTitle(pen: Pen, { text, subtitle }: { text: string; subtitle?: string }, span: Span): void {
  pen.drawText(text, TYPE.title, span);
  if (subtitle !== undefined) pen.drawText(subtitle, TYPE.subtitle, span);
}

const HEADING_SPACE = { 1: 6, 2: 4 } as const;

function headingType(level: 1 | 2): Type {
  return level === 1 ? TYPE.heading1 : TYPE.heading2;
}

function drawHeading(pen: Pen, block: Extract<Block, { kind: 'heading' }>, span: Span): void {
  const type = headingType(block.level);
  if (block.aside !== undefined) {
    const drop = pen.lineHeight(type) - pen.lineHeight(TYPE.label);
    pen.drawLine(block.aside, TYPE.label, span, pen.y + drop / 1.6, 'right');
  }
  const aside = block.aside === undefined ? 0 : pen.widthOf(block.aside, TYPE.label) + GUTTER;
  pen.drawText(block.text, type, { x: span.x, width: span.width - aside });
  pen.y += HEADING_SPACE[block.level];
}

function factSpans(span: Span): [Span, Span] {
  const label = span.width * LABEL_SHARE;
  return [
    { x: span.x, width: label - 8 },
    { x: span.x + label, width: span.width - label },
  ];
}

function factHeight(pen: Pen, { label, value }: Fact, span: Span): number {
  const [left, right] = factSpans(span);
  const lines = Math.max(
    pen.breakText(label, TYPE.label, left.width).length,
    pen.breakText(value, TYPE.value, right.width).length,
  );
  return lines * pen.lineHeight(TYPE.value);
}

function drawFacts(pen: Pen, facts: readonly Fact[], span: Span): void {
  const [left, right] = factSpans(span);
  const step = pen.lineHeight(TYPE.value);
  for (const fact of facts) {
    const height = factHeight(pen, fact, span);
    pen.ensure(height);
    const draw = (text: string, type: Type, part: Span) =>
      pen
        .breakText(text, type, part.width)
        .forEach((line, index) => pen.drawLine(line, type, part, pen.y + index * step));
    draw(fact.label, { ...TYPE.label, leading: step / TYPE.label.size }, left);
    draw(fact.value, TYPE.value, right);
    pen.y += height;
  }
}

type FigureLine = { text: string; type: Type };

function figureLines(pen: Pen, { label, value, note, isAlert }: Figure, width: number): FigureLine[] {
  let type: Type = isAlert === true ? { ...TYPE.figure, colour: 'alert' } : TYPE.figure;
  while (type.size > 7 && pen.widthOf(value, type) > width) type = { ...type, size: type.size - 0.5 };
  const lines = (text: string, of: Type) =>
    pen.breakText(text, of, width).map((line) => ({ text: line, type: of }));
  return [
    ...lines(label, TYPE.figureLabel),
    ...lines(value, { ...type, leading: pen.lineHeight(TYPE.figure) / type.size }),
    ...(note === undefined ? [] : lines(note, TYPE.figureLabel)),
  ];
}

function figureWidth(figures: readonly Figure[], span: Span): number {
  return (span.width - FIGURE.gap * (figures.length - 1)) / figures.length;
}

function figuresHeight(pen: Pen, figures: readonly Figure[], span: Span): number {
  const inner = figureWidth(figures, span) - 2 * FIGURE.padding;
  const heights = figures.map((figure) =>
    figureLines(pen, figure, inner).reduce((sum, { type }) => sum + pen.lineHeight(type), 0),
  );
  return Math.max(0, ...heights) + 2 * FIGURE.padding;
}

/** Boxes side by side, all as high as the highest. */
function drawFigures(pen: Pen, figures: readonly Figure[], span: Span): void {
  const [width, height] = [figureWidth(figures, span), figuresHeight(pen, figures, span)];
  pen.ensure(height);
  figures.forEach((figure, index) => {
    const x = span.x + index * (width + FIGURE.gap);
    pen.box({ x, width }, pen.y, height, 'fill');
    let top = pen.y + FIGURE.padding;
    const inner = { x: x + FIGURE.padding, width: width - 2 * FIGURE.padding };
    for (const { text, type } of figureLines(pen, figure, inner.width)) {
      pen.drawLine(text, type, inner, top);
      top += pen.lineHeight(type);
    }
  });
  pen.y += height;
}

function sides(span: Span): [Span, Span] {
  const width = (span.width - GUTTER) / 2;
  return [
    { x: span.x, width },
    { x: span.x + width + GUTTER, width },
  ];
}

/** Both sides begin at one height; they are short enough for a page, or the left one comes first. */
function drawSides(pen: Pen, block: Extract<Block, { kind: 'sides' }>, span: Span): void {
  const height = heightOf(pen, block, span);
  const [left, right] = sides(span);
  if (height > CONTENT_BOTTOM - PAGE.top - HEAD_HEIGHT) {
    drawBlocks(pen, block.left, span);
    return drawBlocks(pen, block.right, span);
  }
  pen.ensure(height);
  const top = pen.y;
  drawBlocks(pen, block.left, left);
  pen.y = top;
  drawBlocks(pen, block.right, right);
  pen.y = top + height;
}
