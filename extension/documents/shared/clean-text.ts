/** Texts as people type them, made fit for printing. */

/** Controls, and signs that only steer direction, joining or colour: nothing of them can be seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** The lines of a text. Tabs become blanks, and half a character the sign for one that is broken. */
export function linesOf(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\f\v\u{85}\u{2028}\u{2029}]/gu, '\n')
    .replace(/\t/g, ' ')
    .replace(/\u202f/g, '\u00a0')
    .replace(LONE_SURROGATE, '\u{fffd}')
    .split('\n')
    .map((line) => line.replace(UNSEEN, ''));
}
