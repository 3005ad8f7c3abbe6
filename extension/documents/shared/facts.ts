/** Labels and values one below the other, plain or on a ground of their own. */
import type { Align, Block, Fact } from './blocks.ts';
import type { Pen, Span } from './pen.ts';
import { TYPE, type Type } from './style.ts';

type Facts = Omit<Extract<Block, { kind: 'facts' }>, 'kind'>;

/** The label takes so much of a line; more where amounts stand at its other end. */
const LABEL_SHARE = 0.36;
const AMOUNT_LABEL_SHARE = 0.55;
const PANEL_PADDING = 10;
const PANEL_EDGE = 2.5;

export function factsHeight(pen: Pen, block: Facts, span: Span): number {
  const spans = factSpans(block, span);
  return block.facts.reduce((sum, fact) => sum + factHeight(pen, fact, spans), 0);
}

export function drawFacts(pen: Pen, block: Facts, span: Span): void {
  const spans = factSpans(block, span);
  const [left, right] = spans;
  const step = pen.lineHeight(TYPE.value);
  for (const fact of block.facts) {
    const height = factHeight(pen, fact, spans);
    pen.ensure(height);
    const draw = (text: string, type: Type, part: Span, align: Align) =>
      pen.drawLines(pen.breakText(text, type, part.width), type, part, pen.y, align);
    draw(fact.label, { ...TYPE.label, leading: step / TYPE.label.size }, left, 'left');
    draw(fact.value, TYPE.value, right, block.isAmounts === true ? 'right' : 'left');
    pen.y += height;
  }
}

export function panelHeight(pen: Pen, facts: readonly Fact[], span: Span): number {
  return factsHeight(pen, { facts }, panelSpan(span)) + 2 * PANEL_PADDING;
}

export function drawPanel(pen: Pen, facts: readonly Fact[], span: Span): void {
  const height = panelHeight(pen, facts, span);
  pen.ensure(height);
  pen.box(span, pen.y, height, 'fill');
  pen.box({ x: span.x, width: PANEL_EDGE }, pen.y, height, 'accent');
  pen.y += PANEL_PADDING;
  drawFacts(pen, { facts }, panelSpan(span));
  pen.y += PANEL_PADDING;
}

function panelSpan({ x, width }: Span): Span {
  return { x: x + PANEL_PADDING + PANEL_EDGE, width: width * 0.75 };
}

function factSpans({ isAmounts }: Facts, span: Span): [Span, Span] {
  const label = span.width * (isAmounts === true ? AMOUNT_LABEL_SHARE : LABEL_SHARE);
  return [
    { x: span.x, width: label - 8 },
    { x: span.x + label, width: span.width - label },
  ];
}

function factHeight(pen: Pen, { label, value }: Fact, [left, right]: [Span, Span]): number {
  const lines = Math.max(
    pen.breakText(label, TYPE.label, left.width).length,
    pen.breakText(value, TYPE.value, right.width).length,
  );
  return lines * pen.lineHeight(TYPE.value);
}
