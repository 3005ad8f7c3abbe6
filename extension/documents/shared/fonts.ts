/**
 * The fonts of the documents. The files lie in the app's `public/fonts`, each a TrueType font packed
 * with brotli, and are handed to the renderer by whoever runs it. See README.md on where they come from.
 */
import { brotliDecompressSync } from 'node:zlib';
import type { DocumentSpec } from './blocks.ts';

export type FontName = 'latin' | 'latinStrong' | 'han' | 'hanStrong';

/** Paths inside the app's `public` folder. */
export const FONT_FILES: Readonly<Record<FontName, string>> = {
  latin: 'fonts/SourceSans3-Regular.ttf.br',
  latinStrong: 'fonts/SourceSans3-SemiBold.ttf.br',
  han: 'fonts/NotoSansSC-Regular.ttf.br',
  hanStrong: 'fonts/NotoSansSC-SemiBold-common.ttf.br',
};

/** The bytes of the fonts that a document needs, unpacked. */
export type FontBytes = Readonly<Partial<Record<FontName, Uint8Array>>>;

/** @throws Error when the bytes are not what `public/fonts` holds. */
export function unpackFont(packed: Uint8Array): Uint8Array {
  return brotliDecompressSync(packed);
}

/** Latin with its additions, punctuation and signs of currencies: what the small fonts are there for. */
const LATIN = /^[\p{ASCII}\u{a0}-\u{24f}\u{1e00}-\u{1eff}\u{2000}-\u{20bf}\u{2122}\u{2212}]*$/u;

/**
 * Which fonts a document needs. The Chinese ones are 6.5 MB, so a document without a single character
 * beyond Latin does without them.
 */
export function fontsFor(spec: DocumentSpec): readonly FontName[] {
  const isLatin = spec.language === 'en' && textsIn(spec).every((text) => LATIN.test(text));
  return isLatin ? ['latin', 'latinStrong'] : ['latin', 'latinStrong', 'han', 'hanStrong'];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
