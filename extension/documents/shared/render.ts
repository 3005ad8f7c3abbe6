/**
 * From a document's blocks to the bytes of a PDF. The same blocks and fonts give the same bytes: the
 * file is dated with the document's own date. Asynchronous because PDF streams are, and because the
 * library is loaded when it is used: a definition that imported it would run it while Twenty's SDK
 * reads the definition, where it does not load.
 */
import type { Block, DocumentSpec } from './blocks.ts';
import { drawBlocks } from './flow.ts';
import { type FontBytes, type FontName, fontsFor } from './fonts.ts';
import { PAGE_WORDS } from './page-words.ts';
import { Pen } from './pen.ts';
import { CONTENT_WIDTH, PAGE, TEXT_TYPE, TYPE } from './style.ts';
import { type Coverage, createTypeface, type Typeface } from './typeface.ts';

export type RenderedDocument = {
  bytes: Uint8Array;
  pageCount: number;
  /** Characters that no font has, drawn as boxes: worth a warning before the document is sent. */
  missingCharacters: readonly string[];
};

const CONTENT = { x: PAGE.left, width: CONTENT_WIDTH };

/** @throws Error when a font that the document needs (`fontsFor`) is not given. */
export async function renderDocument(spec: DocumentSpec, fonts: FontBytes): Promise<RenderedDocument> {
  const absent = fontsFor(spec).filter((name) => fonts[name] === undefined);
  if (absent.length > 0) throw new Error(`The document needs the fonts ${absent.join(', ')}`);
  const [{ default: PDFDocument }, fontkit] = await Promise.all([import('pdfkit'), import('fontkit')]);
  const pdf = new PDFDocument(pdfOptions(spec));
  const bytes = collect(pdf);
  const typeface = createTypeface(spec.language, openFonts(pdf, fontkit.create, fonts));
  const pen = new Pen(pdf, typeface, (on) => drawRunningHead(on, spec));
  pdf.addPage();
  drawLetterhead(pen, spec);
  drawBlocks(pen, withoutTail(spec.blocks), CONTENT);
  drawMissing(pen, spec, typeface);
  const pageCount = drawFeet(pdf, pen, spec);
  pdf.end();
  return { bytes: await bytes, pageCount, missingCharacters: [...typeface.missing] };
}

function pdfOptions({
  title,
  reference,
  letterhead,
  language,
  date,
}: DocumentSpec): PDFKit.PDFDocumentOptions {
  return {
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: language,
    displayTitle: true,
    // No standard font: every character comes from the fonts that are given.
    font: '',
    info: {
      Title: `${title} ${reference}`,
      Author: letterhead.name,
      Creator: 'Keyturn',
      Producer: 'Keyturn',
      CreationDate: new Date(`${date}T00:00:00Z`),
    },
  };
}

async function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

type OpenFont = typeof import('fontkit').create;

function openFonts(pdf: PDFKit.PDFDocument, open: OpenFont, fonts: FontBytes): Coverage {
  const coverage: Coverage = {};
  for (const [name, bytes] of Object.entries(fonts) as [FontName, Uint8Array][]) {
    const font = open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (!('hasGlyphForCodePoint' in font)) throw new Error(`The font ${name} is a collection, not one font`);
    pdf.registerFont(name, bytes);
    coverage[name] = (codePoint) => font.hasGlyphForCodePoint(codePoint);
  }
  return coverage;
}

/** Name and address of the sender, and a line below. */
function drawLetterhead(pen: Pen, { letterhead }: DocumentSpec): void {
  const half = { x: PAGE.left, width: CONTENT_WIDTH * 0.52 };
  const other = { x: half.x + half.width + 12, width: CONTENT_WIDTH - half.width - 12 };
  const top = pen.y;
  pen.drawText(letterhead.name, TYPE.sender, half);
  const nameEnd = pen.y;
  pen.y = top + 2;
  for (const line of letterhead.lines) pen.drawText(line, TEXT_TYPE.note, other, 'right');
  pen.y = Math.max(nameEnd, pen.y) + 8;
  pen.rule(CONTENT, pen.y, 'accent', 1.2);
  pen.y += 22;
}

function drawRunningHead(pen: Pen, { letterhead, title, reference }: DocumentSpec): void {
  const half = { x: PAGE.left, width: CONTENT_WIDTH / 2 - 12 };
  const fitted = (text: string) => {
    const [first = '', ...more] = pen.breakText(text, TYPE.running, half.width - 8);
    return more.length === 0 ? first : `${first}…`;
  };
  pen.drawLine(fitted(letterhead.name), TYPE.running, half, pen.y - 8);
  const other = { x: half.x + CONTENT_WIDTH / 2 + 12, width: half.width };
  pen.drawLine(fitted(`${title} · ${reference}`), TYPE.running, other, pen.y - 8, 'right');
  pen.rule(CONTENT, pen.y + 6, 'line');
}

/** Space after the last block would only push what follows to a page of its own. */
function withoutTail(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.findLastIndex(({ kind }) => kind !== 'space');
  return blocks.slice(0, last + 1);
}

function drawMissing(pen: Pen, { language }: DocumentSpec, { missing }: Typeface): void {
  if (missing.size === 0) return;
  const codes = [...missing].map((text) => `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
  pen.y += 6;
  pen.drawText(PAGE_WORDS[language].missing([...new Set(codes)].join(', ')), TEXT_TYPE.note, CONTENT);
}

/** Only when all pages are there is it known how many they are. */
function drawFeet(pdf: PDFKit.PDFDocument, pen: Pen, { language, reference }: DocumentSpec): number {
  const { count } = pdf.bufferedPageRange();
  const top = PAGE.height - PAGE.bottom + 20;
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    pen.rule(CONTENT, top - 6, 'line');
    pen.drawLine(reference, TYPE.running, CONTENT, top);
    pen.drawLine(PAGE_WORDS[language].page(page + 1, count), TYPE.running, CONTENT, top, 'right');
  }
  return count;
}
