/**
 * Room ledger: numbers of ours inside the free text of a payment. "HT-2025-0012" is found in "房款ＨＴ２０２５ ００１２
 * 张三", whole, whatever the width, case, blanks and hyphens. Touches nothing.
 */
type Word = { text: string; start: number; end: number };

/** A run of Chinese characters is a word, and so is a run of other letters and digits: they need no blank between. */
const WORD = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

const normalised = (text: string): string => text.normalize('NFKC').toUpperCase();

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** `joins` are the places where the number, as we write it, is parted. */
export type Token = { key: string; joins: ReadonlySet<number> };

const LEAST_CHARACTERS = 4;
/** So long a number is no amount and no date, and account numbers are written in groups of four. */
const TELLING_DIGITS = 10;
const TELLING_CHARACTERS = 14;
const MOST_WORDS = 9;
const MOST_WORDS_OF_TEXT = 200;

/** Null for what is too short to mean anything. */
export function tokenOf(number: string): Token | null {
  const joins = new Set<number>();
  let key = '';
  for (const { text } of wordsOf(normalised(number))) {
    if (key !== '') joins.add(key.length);
    key += text;
  }
  return key.length < LEAST_CHARACTERS ? null : { key, joins };
}

export type TokenHit<Found> = { found: Found; isWhole: boolean };
type Place<Found> = TokenHit<Found> & { first: number; last: number };

/**
 * Everything of the index that the text names, in one pass. `isWhole` says that the text writes the number as
 * a number of its own: parted where we part it, and no piece of a longer one, of an amount or of a date. What
 * lies inside of a longer whole number of ours is not named at all.
 */
export function findTokens<Found extends { token: Token }>(
  text: string,
  index: ReadonlyMap<string, readonly Found[]>,
): TokenHit<Found>[] {
  const plain = normalised(text);
  const words = wordsOf(plain).slice(0, MOST_WORDS_OF_TEXT);
  const hits: Place<Found>[] = [];
  for (const first of words.keys()) {
    let key = '';
    for (let last = first; last < Math.min(words.length, first + MOST_WORDS); last += 1) {
      const [word, previous] = [words[last], words[last - 1]];
      if (word === undefined) break;
      if (last > first && previous !== undefined && !canJoin(plain.slice(previous.end, word.start))) break;
      key += word.text;
      for (const found of index.get(key) ?? []) {
        hits.push({ found, first, last, isWhole: isWhole(plain, words, first, last, found.token) });
      }
    }
  }
  return hits.filter((hit) => !hits.some((other) => covers(other, hit)));
}

function covers<Found>(longer: Place<Found>, shorter: Place<Found>): boolean {
  const isLonger = longer.last - longer.first > shorter.last - shorter.first;
  return longer.isWhole && isLonger && longer.first <= shorter.first && longer.last >= shorter.last;
}

const canJoin = (gap: string): boolean => /^[\s\p{Pd}_./]*$/u.test(gap);

function isWhole(text: string, words: readonly Word[], first: number, last: number, token: Token): boolean {
  // A word of letters alone is a word of the language first.
  if (!/\d/.test(token.key)) return false;
  const isDigits = /^\d+$/.test(token.key);
  const isTelling = token.key.length >= (isDigits ? TELLING_DIGITS : TELLING_CHARACTERS);
  if (!isTelling && !isPartedAsOurs(words.slice(first, last + 1), token)) return false;
  const [start, end] = [words[first]?.start ?? 0, words[last]?.end ?? 0];
  const [before, after] = [text.slice(Math.max(0, start - 20), start), text.slice(end, end + 20)];
  if (isDigits && !isTelling && isCounted(before, after)) return false;
  // "HT-2025-001-2" names 001 and something more, or 0012: nobody knows.
  const goesOnBefore = /^\d/.test(token.key) && /\d[\p{Pd}._]$/u.test(before);
  const goesOnAfter = /\d$/.test(token.key) && /^[\p{Pd}._]\d/u.test(after);
  return !goesOnBefore && !goesOnAfter;
}

/** Between letters and digits everyone parts or does not as they like; inside of digits it may be two numbers. */
function isPartedAsOurs(words: readonly Word[], { key, joins }: Token): boolean {
  let place = 0;
  return words.slice(0, -1).every(({ text }) => {
    place += text.length;
    const isChange = /\d/.test(key[place - 1] ?? '') !== /\d/.test(key[place] ?? '');
    return joins.has(place) || isChange;
  });
}

/** Beside a currency, a decimal point, a unit or another number of a date, digits count something. */
function isCounted(before: string, after: string): boolean {
  return /[\p{Sc}][\s]*$|\d[.,/:]$/u.test(before) || /^[.,/:]\d|^\s*[元万萬円%年月日号號期]/.test(after);
}
