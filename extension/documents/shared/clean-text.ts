/** Texts as people type them, made fit for printing. */

/** Controls, and signs that only steer direction, joining or colour: nothing of them can be seen. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters to take out.
  /[\u{0}-\u{8}\u{b}\u{e}-\u{1f}\u{7f}-\u{9f}\u{ad}\u{61c}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{206f}\u{fe00}-\u{fe0f}\u{feff}\u{e0000}-\u{e01ef}]/gu;

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** The lines of a text. Tabs become blanks, and half a character the sign for one that is broken. */
export function linesOf(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\f\v\u{2028}\u{2029}\u{85}]/gu, '\n')
    .replace(/\t/g, ' ')
    .replace(/\u202f/g, '\u00a0')
    .replace(UNSEEN, '')
    .replace(LONE_SURROGATE, '\u{fffd}')
    .split('\n');
}
