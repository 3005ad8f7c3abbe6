/**
 * What strangers write, as text and nothing else: signs that no person types are taken out (control characters,
 * directions, invisible ones, halves of characters), the rest stays as it was written and is escaped wherever it is
 * shown. Two writings of the same are told by their letters and digits.
 */

/** Kept are the line's end and the tab; of one line not even these. */
const CONTROLS = /[^\P{Cc}\n\t]/gu;
/** Format characters, but for the two joiners that Persian, Hindi and family emoji are written with. */
const INVISIBLE = /(?![\u200C\u200D])[\p{Cf}\p{Zl}\p{Zp}\u180E]/gu;
const HALVES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const MOST_LINES = 3;

export function plainText(written: string): string {
  const lines = written.replace(/\r\n?/g, '\n').replace(HALVES, '').normalize('NFC');
  const clean = lines.replace(CONTROLS, '').replace(INVISIBLE, '').replaceAll('\t', ' ');
  return clean.replace(new RegExp(`\\n{${MOST_LINES},}`, 'g'), '\n\n').trim();
}

export function oneLine(written: string): string {
  return plainText(written).replace(/\s+/g, ' ');
}

/** The same for texts that differ in case, spaces, punctuation or width only. */
export function sameText(written: string): string {
  const letters = plainText(written).normalize('NFKC').toLowerCase();
  const bare = letters.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  // Nothing but signs: then the signs are what it says.
  return bare === '' ? letters.replace(/\s+/g, ' ') : bare;
}

/** The first words of a text, as its subject. */
export function subjectOf(written: string, most = 80): string {
  const line = oneLine(written);
  const letters = [...line];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : line;
}
