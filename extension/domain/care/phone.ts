/**
 * Phone numbers as they come from a phone system, a form or a person's record: with or without country, trunk zero,
 * spaces and brackets. Two are the same when both say their country and are equal, or when the end that no
 * spelling changes is the same.
 */

export type Phone = {
  /** Digits with the country's code; null where nobody says which country. */
  international: string | null;
  /** Digits as they are dialled at home, without the trunk zero. */
  national: string;
};

/** Shorter is an extension or an emergency call, and names nobody. */
const FEWEST = 5;
const MOST = 15;
/** So many digits at the end tell one from another, whatever stands before them. */
const ENDING = 9;

/** Null for what is no number, such as "anonymous". `callingCode` is that of home, "86". */
export function readPhone(written: string, callingCode = ''): Phone | null {
  const text =
    written
      .normalize('NFKC')
      .replace(/^\s*(tel|sip):/i, '')
      .split(/[;@]/)[0] ?? '';
  if (/\p{L}/u.test(text.replace(/\b(ext|x)\b.*$/i, ''))) return null;
  const digits = text.replace(/\b(ext|x)\b.*$/i, '').replace(/[^\d+]/g, '');
  const plain = digits.replaceAll('+', '');
  const isAbroad = digits.startsWith('+') || plain.startsWith('00');
  // "+44 (0)20": the zero in brackets is dialled at home only.
  const full = isAbroad ? plain.replace(/^00/, '').replace(zeroInside(text), '$1') : plain;
  if (full.length < FEWEST || full.length > MOST) return null;
  if (isAbroad) {
    const isHome = callingCode !== '' && full.startsWith(callingCode);
    return { international: full, national: isHome ? full.slice(callingCode.length) : full };
  }
  const national = full.replace(/^0/, '');
  return { international: callingCode === '' ? null : `${callingCode}${national}`, national };
}

function zeroInside(text: string): RegExp {
  const [, code] = /^\s*(?:\+|00)(\d{1,3})\s*\(0\)/.exec(text) ?? [];
  return code === undefined ? /^(?!)/ : new RegExp(`^(${code})0`);
}

/** The end that people's records are searched by. */
export function endingOf({ national }: Phone): string {
  return national.slice(-ENDING);
}

export function isSamePhone(left: Phone, right: Phone): boolean {
  if (
    left.international !== null &&
    right.international !== null &&
    left.international === right.international
  )
    return true;
  const [a, b] = [left.national, right.national];
  const length = Math.min(a.length, b.length, ENDING);
  return length >= 7 && a.slice(-length) === b.slice(-length) && !isAnotherCountry(left, right);
}

/** Both say their country, and it is not the same number: the ends are alike by chance. */
function isAnotherCountry(left: Phone, right: Phone): boolean {
  const [a, b] = [left.international, right.international];
  return a !== null && b !== null && a !== b;
}
