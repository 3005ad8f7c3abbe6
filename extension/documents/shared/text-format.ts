/** Amounts, dates and rates as people read them. Nothing here rounds: what is printed is what is stored. */
import { type Decimal, decimal, formatDecimal } from '#domain/shared/decimal.ts';
import { formatMoney, type Money } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { Language } from './language.ts';

/** "1,234,567.50", for a column whose heading names the currency. */
export function amountText(amount: Money): string {
  const [, sign = '', units = '', fraction = ''] = /^(-?)(\d+)(.*)$/.exec(formatMoney(amount)) ?? [];
  return `${sign}${units.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
}

/** "CNY 1,234.50" with a blank at which no line ends; in Chinese the yuan is "人民币1,234.50元". */
export function amountWithCurrency(amount: Money, language: Language): string {
  const text = amountText(amount);
  return language === 'zh-CN' && amount.currency === 'CNY'
    ? `人民币${text}元`
    : `${amount.currency}\u00a0${text}`;
}

/** The name of a currency where a heading says in what the amounts are. */
export function currencyName(currency: string, language: Language): string {
  return language === 'zh-CN' && currency === 'CNY' ? '人民币元' : currency;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function parts(date: PlainDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

/** "5 November 2025", "2025年11月5日": inside a sentence. */
export function dateInText(date: PlainDate, language: Language): string {
  const [year, month, day] = parts(date);
  return language === 'zh-CN' ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1]} ${year}`;
}

/** "05 Nov 2025", "2025-11-05": in a column, each as wide as the next. */
export function dateInTable(date: PlainDate, language: Language): string {
  const [year, month] = parts(date);
  return language === 'zh-CN' ? date : `${date.slice(8, 10)} ${MONTHS[month - 1]?.slice(0, 3)} ${year}`;
}

/** A part of one as a percentage: 0.0005 is "0.05%". */
export function rateText(rate: Decimal): string {
  return `${formatDecimal(decimal(rate.units * 100n, rate.places))}%`;
}
