/**
 * Which font draws which character. A text is cut into runs of one font each: the document's own
 * font first, the others where it has no such character. A character that no font has is drawn as a
 * box and reported, never left out.
 */
import type { FontName } from './fonts.ts';
import type { Language } from './language.ts';

export type Weight = 'regular' | 'strong';

/** `isThickened`: drawn with an outline, since the strong font lacks the character. */
export type Run = { text: string; font: FontName; isThickened: boolean };

/** Whether a font has a character, by its code point. */
export type Coverage = Partial<Record<FontName, (codePoint: number) => boolean>>;

export type Typeface = {
  runsOf: (text: string, weight: Weight) => Run[];
  /** The characters so far that no font has. */
  missing: ReadonlySet<string>;
};

const BOX = '□';

/** Chinese text takes letters and figures from the Chinese font as well: they were drawn for each other. */
const CHAINS: Record<Language, Record<Weight, readonly FontName[]>> = {
  en: { regular: ['latin', 'han'], strong: ['latinStrong', 'hanStrong', 'han'] },
  'zh-CN': { regular: ['han', 'latin'], strong: ['hanStrong', 'han', 'latinStrong'] },
};

/** Quotation marks are as wide as a character in Chinese; between letters, as in O’Neill, they are not. */
const LATIN_APOSTROPHE = /(?<=\p{Script=Latin})[‘’](?=\p{Script=Latin})/gu;

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

export function createTypeface(language: Language, coverage: Coverage): Typeface {
  const missing = new Set<string>();
  const chains = CHAINS[language];
  const fontFor = (text: string, weight: Weight): FontName | undefined =>
    chains[weight].find((font) => hasAll(coverage[font], text));

  const drawn = (text: string, weight: Weight): Run[] => {
    const font = fontFor(text, weight);
    if (font !== undefined) return [{ text, font, isThickened: weight === 'strong' && font === 'han' }];
    const [first = '', ...marks] = Array.from(text);
    if (marks.length === 0 || fontFor(first, weight) === undefined) {
      missing.add(text);
      return text === BOX ? [] : drawn(BOX, weight);
    }
    return Array.from(text).flatMap((one) => drawn(one, weight));
  };

  const runsOf = (text: string, weight: Weight): Run[] => {
    const [own] = chains[weight];
    const straight = language === 'en' ? text : text.replace(LATIN_APOSTROPHE, "'");
    if (own !== undefined && hasAll(coverage[own], straight))
      return straight === '' ? [] : [{ text: straight, font: own, isThickened: false }];
    return joined(Array.from(graphemes.segment(straight), ({ segment }) => drawn(segment, weight)).flat());
  };
  return { runsOf, missing };
}

function hasAll(has: ((codePoint: number) => boolean) | undefined, text: string): boolean {
  if (has === undefined) return false;
  for (const character of text) if (!has(character.codePointAt(0) ?? 0)) return false;
  return true;
}

function joined(runs: readonly Run[]): Run[] {
  const whole: Run[] = [];
  for (const run of runs) {
    const last = whole.at(-1);
    if (last !== undefined && last.font === run.font && last.isThickened === run.isThickened)
      whole[whole.length - 1] = { ...last, text: last.text + run.text };
    else whole.push(run);
  }
  return whole;
}
