/** Amounts in words, in the language of the document. */
import type { Money } from '#domain/shared/money.ts';
import type { Language } from '../shared/language.ts';
import { type ChineseCurrency, chineseAmountInWords } from './chinese.ts';
import { type EnglishCurrency, englishAmountInWords } from './english.ts';

export { type ChineseCurrency, chineseAmountInWords } from './chinese.ts';
export { type EnglishCurrency, englishAmountInWords } from './english.ts';

/** What a currency is called in words; without, its code stands before them (the yuan has its own). */
export type CurrencyNames = { en?: EnglishCurrency; 'zh-CN'?: ChineseCurrency };

export function amountInWords(amount: Money, language: Language, names: CurrencyNames = {}): string {
  return language === 'zh-CN'
    ? chineseAmountInWords(amount, names['zh-CN'])
    : englishAmountInWords(amount, names.en);
}
