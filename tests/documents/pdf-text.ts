/** What a reader of a PDF sees: its texts, page by page, and where they stand. */
import { extractText, getDocumentProxy } from 'unpdf';
import type { DocumentSpec } from '#documents/shared/blocks.ts';
import { type RenderedDocument, renderDocument } from '#documents/shared/render.ts';
import { fontsOf } from './accounts.ts';

export type ReadDocument = RenderedDocument & { pages: string[]; text: string };

/** Renders a document and reads it back; blanks that do not break count as blanks. */
export async function readBack(spec: DocumentSpec): Promise<ReadDocument> {
  const rendered = await renderDocument(spec, fontsOf(spec));
  const pdf = await getDocumentProxy(rendered.bytes.slice());
  const { text } = await extractText(pdf, { mergePages: false });
  const pages = text.map((page) => page.replace(/\u00a0/g, ' '));
  return { ...rendered, pages, text: pages.join('\n') };
}

export type PlacedText = { text: string; left: number; right: number; top: number };

/** Every stretch of text of a page with its place in points, measured from the page's upper left. */
export async function placedTexts(bytes: Uint8Array, pageNumber: number): Promise<PlacedText[]> {
  const page = await (await getDocumentProxy(bytes.slice())).getPage(pageNumber);
  const [, , , height = 0] = page.view;
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , , x = 0, y = 0] = item.transform as number[];
    return [{ text: item.str, left: x, right: x + item.width, top: height - y }];
  });
}

/** Two texts of one line that stand on each other. */
export function touch(one: PlacedText, other: PlacedText): boolean {
  const isOneLine = Math.abs(one.top - other.top) < 4;
  return isOneLine && one.left < other.right - 0.5 && other.left < one.right - 0.5;
}
