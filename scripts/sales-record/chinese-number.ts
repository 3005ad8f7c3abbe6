const DIGITS = '一二三四五六七八九';

/** A source for regular expressions: a Chinese number from 1 to 99, or one to three Arabic digits. */
export const NUMBER_PATTERN = `(?:[${DIGITS}]?十[${DIGITS}]?|[${DIGITS}]|\\d{1,3})`;

/** Reads what NUMBER_PATTERN matches: 一 (1) to 九十九 (99), or Arabic digits. Null for other text. */
export function readNumber(text: string): number | null {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  const match = new RegExp(`^([${DIGITS}]?)(十?)([${DIGITS}]?)$`).exec(text);
  if (match === null || text === '') return null;
  const [tens = '', ten = '', ones = ''] = match.slice(1);
  if (ten === '') return text.length === 1 ? digit(text) : null;
  // 十 alone is ten: no digit before it means one ten.
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}

const digit = (character: string): number => DIGITS.indexOf(character) + 1;
