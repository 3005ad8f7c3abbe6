/** Draws the blocks of a document one below the other. */
import type { Block } from './blocks.ts';
import { drawFacts, drawPanel, factsHeight, panelHeight } from './facts.ts';
import { drawFigures, figuresHeight } from './figures.ts';
import { PAGE_ROOM, type Pen, type Span } from './pen.ts';
import { TEXT_TYPE, TYPE, type Type } from './style.ts';
import { drawTable, tableHeight, tableLead } from './table.ts';

const GUTTER = 24;
const HEADING_SPACE = { 1: 6, 2: 4 } as const;

export function drawBlocks(pen: Pen, blocks: readonly Block[], span: Span): void {
  blocks.forEach((block, index) => {
    if (block.kind === 'heading') pen.ensure(leadOf(pen, blocks.slice(index), span));
    drawBlock(pen, block, span);
  });
}

function drawBlock(pen: Pen, block: Block, span: Span): void {
  switch (block.kind) {
    case 'title':
      drawTitle(pen, block, span);
      break;
    case 'heading':
      drawHeading(pen, block, span);
      break;
    case 'text':
      pen.drawText(block.text, TEXT_TYPE[block.style], span, block.align);
      break;
    case 'facts':
      drawFacts(pen, block, span);
      break;
    case 'panel':
      drawPanel(pen, block.facts, span);
      break;
    case 'figures':
      drawFigures(pen, block.figures, span);
      break;
    case 'table':
      drawTable(pen, block, span);
      break;
    case 'sides':
      drawSides(pen, block, span);
      break;
    case 'together':
      pen.ensure(heightOf(pen, block, span));
      drawBlocks(pen, block.blocks, span);
      break;
    case 'space':
      pen.y += Math.min(block.points, Math.max(0, pen.room));
      break;
    case 'newPage':
      pen.newPage();
      break;
  }
}

/** The height of a block were it never broken. */
function heightOf(pen: Pen, block: Block, span: Span): number {
  const text = (value: string, type: Type) =>
    pen.breakText(value, type, span.width).length * pen.lineHeight(type);
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
      return factsHeight(pen, block, span);
    case 'panel':
      return panelHeight(pen, block.facts, span);
    case 'figures':
      return figuresHeight(pen, block.figures, span);
    case 'table':
      return tableHeight(pen, block, span);
    case 'sides': {
      const [left, right] = halves(span);
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

function halves(span: Span): [Span, Span] {
  const width = (span.width - GUTTER) / 2;
  return [
    { x: span.x, width },
    { x: span.x + width + GUTTER, width },
  ];
}

/** Both sides begin at one height; were they longer than a page, the left one would come first. */
function drawSides(pen: Pen, block: Extract<Block, { kind: 'sides' }>, span: Span): void {
  const height = heightOf(pen, block, span);
  const [left, right] = halves(span);
  if (height > PAGE_ROOM) {
    drawBlocks(pen, block.left, span);
    drawBlocks(pen, block.right, span);
    return;
  }
  pen.ensure(height);
  const top = pen.y;
  drawBlocks(pen, block.left, left);
  pen.y = top;
  drawBlocks(pen, block.right, right);
  pen.y = top + height;
}
