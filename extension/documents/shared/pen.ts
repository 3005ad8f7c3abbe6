/** Draws lines of text and rules on the pages of a PDF, and opens the next page when one is full. */
import type { Align } from './blocks.ts';
import { linesOf } from './clean-text.ts';
import { breakLine } from './line-breaking.ts';
import { COLOURS, CONTENT_BOTTOM, type Colour, HEAD_HEIGHT, PAGE, type Type } from './style.ts';
import type { Run, Typeface } from './typeface.ts';

/** A stretch of the page from left to right. */
export type Span = { x: number; width: number };

/** How much a page holds that is not the first. */
export const PAGE_ROOM = CONTENT_BOTTOM - PAGE.top - HEAD_HEIGHT;

/** Where the letters stand in a line, as a part of the size: high enough for Chinese, which hangs lower. */
const BASELINE = 0.86;

/** An outline of this part of the size makes a regular Chinese character look strong. */
const THICKENING = 0.028;

export class Pen {
  y = PAGE.top;
  private readonly widths = new Map<string, number>();

  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    private readonly typeface: Typeface,
    private readonly drawHead: (pen: Pen) => void,
  ) {}

  /** How much of the page is left. */
  get room(): number {
    return CONTENT_BOTTOM - this.y;
  }

  newPage(): void {
    this.pdf.addPage();
    this.y = PAGE.top;
    this.drawHead(this);
    this.y = PAGE.top + HEAD_HEIGHT;
  }

  /** Turns the page when so much no longer fits; what fits no page at all starts where it stands. */
  ensure(height: number): void {
    const isHopeless = height > PAGE_ROOM && this.room >= PAGE_ROOM / 4;
    if (height > this.room && !isHopeless) this.newPage();
  }

  widthOf(text: string, type: Type): number {
    const key = `${type.size} ${type.weight} ${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    const runs = this.typeface.runsOf(text, type.weight);
    const width = runs.reduce((sum, run) => sum + this.runWidth(run, type.size), 0);
    this.widths.set(key, width);
    return width;
  }

  private runWidth({ text, font }: Run, size: number): number {
    return this.pdf.font(font).fontSize(size).widthOfString(text);
  }

  /** The lines of a text in a width; an empty text is one empty line. */
  breakText(text: string, type: Type, width: number): string[] {
    return linesOf(text).flatMap((line) => breakLine(line, width, (part) => this.widthOf(part, type)));
  }

  lineHeight({ size, leading }: Type): number {
    return size * leading;
  }

  /** One line, `top` being its upper edge; draws nothing outside of it and leaves `y` alone. */
  drawLine(text: string, type: Type, span: Span, top: number, align: Align = 'left'): void {
    const rest = span.width - this.widthOf(text, type);
    let x = span.x + (align === 'right' ? rest : align === 'center' ? rest / 2 : 0);
    const baseline = top + (this.lineHeight(type) - type.size) / 2 + type.size * BASELINE;
    for (const run of this.typeface.runsOf(text, type.weight)) {
      const width = this.runWidth(run, type.size);
      this.drawRun(run, type, x, baseline);
      x += width;
    }
  }

  drawLines(lines: readonly string[], type: Type, span: Span, top: number, align: Align = 'left'): void {
    for (const [index, line] of lines.entries())
      this.drawLine(line, type, span, top + index * this.lineHeight(type), align);
  }

  private drawRun({ text, font, isThickened }: Run, type: Type, x: number, y: number): void {
    const colour = COLOURS[type.colour];
    this.pdf.font(font).fontSize(type.size).fillColor(colour);
    if (isThickened) this.pdf.lineWidth(type.size * THICKENING).strokeColor(colour);
    this.pdf.text(text, x, y, {
      lineBreak: false,
      baseline: 'alphabetic',
      fill: true,
      stroke: isThickened,
    });
  }

  /** A text in as many lines as it takes, turning pages as they fill; moves `y` below it. */
  drawText(text: string, type: Type, span: Span, align: Align = 'left'): void {
    for (const line of this.breakText(text, type, span.width)) {
      this.ensure(this.lineHeight(type));
      this.drawLine(line, type, span, this.y, align);
      this.y += this.lineHeight(type);
    }
  }

  rule(span: Span, y: number, colour: Colour, thickness = 0.6): void {
    this.pdf
      .moveTo(span.x, y)
      .lineTo(span.x + span.width, y)
      .lineWidth(thickness)
      .strokeColor(COLOURS[colour])
      .stroke();
  }

  box(span: Span, y: number, height: number, colour: Colour): void {
    this.pdf.rect(span.x, y, span.width, height).fill(COLOURS[colour]);
  }
}
