/** The few numbers that a reader looks for first, in boxes side by side. */
import type { Figure } from './blocks.ts';
import type { Pen, Span } from './pen.ts';
import { TYPE, type Type } from './style.ts';

const PADDING = 9;
const GAP = 8;
const SMALLEST = 7;

type FigureLine = { text: string; type: Type };

export function figuresHeight(pen: Pen, figures: readonly Figure[], span: Span): number {
  const inner = figureWidth(figures, span) - 2 * PADDING;
  const heights = figures.map((figure) =>
    figureLines(pen, figure, inner).reduce((sum, { type }) => sum + pen.lineHeight(type), 0),
  );
  return Math.max(0, ...heights) + 2 * PADDING;
}

/** All boxes are as high as the highest. */
export function drawFigures(pen: Pen, figures: readonly Figure[], span: Span): void {
  const [width, height] = [figureWidth(figures, span), figuresHeight(pen, figures, span)];
  pen.ensure(height);
  figures.forEach((figure, index) => {
    const x = span.x + index * (width + GAP);
    pen.box({ x, width }, pen.y, height, 'fill');
    let top = pen.y + PADDING;
    const inner = { x: x + PADDING, width: width - 2 * PADDING };
    for (const { text, type } of figureLines(pen, figure, inner.width)) {
      pen.drawLine(text, type, inner, top);
      top += pen.lineHeight(type);
    }
  });
  pen.y += height;
}

function figureWidth(figures: readonly Figure[], span: Span): number {
  return (span.width - GAP * (figures.length - 1)) / figures.length;
}

/** A number is set smaller rather than broken; the boxes stay alike because its line stays as high. */
function figureLines(pen: Pen, { label, value, isAlert }: Figure, width: number): FigureLine[] {
  let type: Type = isAlert === true ? { ...TYPE.figure, colour: 'alert' } : TYPE.figure;
  while (type.size > SMALLEST && pen.widthOf(value, type) > width) type = { ...type, size: type.size - 0.5 };
  const lines = (text: string, of: Type) =>
    pen.breakText(text, of, width).map((line) => ({ text: line, type: of }));
  return [
    ...lines(label, TYPE.figureLabel),
    ...lines(value, { ...type, leading: pen.lineHeight(TYPE.figure) / type.size }),
  ];
}
