/**
 * Room ledger: names of people and companies, so far as they can be compared: width, case, punctuation, titles
 * and the order of given and family name aside. A name proves nothing alone (H1). Touches nothing.
 */
const TITLES = new Set(['MR', 'MRS', 'MS', 'MISS', 'DR', '先生', '女士', '小姐']);

const WORD = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;

function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toUpperCase().match(WORD) ?? [];
}

const isHan = (word: string): boolean => /\p{Script=Han}/u.test(word);

/** Empty for a name without letters. */
export function nameKey(name: string): string {
  const words = wordsOf(name).filter((word) => !TITLES.has(word));
  return words.some(isHan) ? words.join('').replace(/(先生|女士|小姐)$/, '') : [...words].sort().join(' ');
}

const LEAST_WORDS = 2;
const MOST_WORDS = 4;
const MOST_WORDS_OF_TEXT = 100;
const LEAST_HAN = 2;
const MOST_HAN = 4;

/** The keys of all names that a text may hold, since parents pay for their children and say so in the text. */
export function nameKeysIn(text: string): Set<string> {
  const words = wordsOf(text).slice(0, MOST_WORDS_OF_TEXT);
  const keys = new Set<string>();
  for (const [first, word] of words.entries()) {
    if (isHan(word)) {
      keys.add(word);
      addPieces(keys, word);
      continue;
    }
    for (let count = LEAST_WORDS; count <= MOST_WORDS && first + count <= words.length; count += 1) {
      keys.add(
        words
          .slice(first, first + count)
          .sort()
          .join(' '),
      );
    }
  }
  return keys;
}

/** Chinese names are two to four characters long and stand in the text without a blank. */
function addPieces(keys: Set<string>, word: string): void {
  const characters = [...word];
  for (const start of characters.keys()) {
    for (let length = LEAST_HAN; length <= MOST_HAN; length += 1) {
      keys.add(characters.slice(start, start + length).join(''));
    }
  }
}
