/** Figures in words: money, shares, days, and "n/a" for what cannot be told. */
import type { Ratio } from '#domain/insight/index.ts';
import type { Money } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { Comparison } from '#widgets/shared/figures/figure-tile.tsx';
import { amountText, numberText, shortAmountText } from '#widgets/shared/format/amount.ts';
import { dateText, timeText } from '#widgets/shared/format/moment.ts';
import { shownMoney } from '#widgets/shared/format/stored-money.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Told } from './scope.ts';

/** "TWD 12.5M": what a tile has room for. */
export function shortMoney(money: Money, { locale }: Words): string {
  return `${money.currency} ${shortAmountText(shownMoney(money), locale)}`;
}

/** "12.5M", where the currency is said once. */
export function bareMoney(money: Money, { locale }: Words): string {
  return shortAmountText(shownMoney(money), locale);
}

export function wholeMoney(money: Money, { locale }: Words): string {
  return amountText(shownMoney(money), locale);
}

/** How long a bar is; nothing that anybody reads. */
export function sizeOf({ minor }: Money): number {
  return Number(minor);
}

export function percent(value: Ratio, { t, locale }: Words): string {
  if (value === null) return t('n/a');
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value);
}

export function quantity(value: Ratio, { t, locale }: Words, decimals = 1): string {
  return value === null ? t('n/a') : numberText(value, locale, decimals);
}

export function days(value: Ratio, words: Words): string {
  return value === null
    ? words.t('n/a')
    : words.t('{days} days', { days: numberText(value, words.locale, value < 10 ? 1 : 0) });
}

/** "2,815 m²" of ten-thousandths. */
export function areaText(area: bigint, { locale }: Words): string {
  return `${numberText(Number(area) / 10_000, locale, 0)} m²`;
}

export function asOf({ readAt }: Told, { t, locale }: Words): string {
  return t('As of {time}.', { time: timeText(readAt, locale) });
}

export function day(date: PlainDate, { locale }: Words): string {
  return dateText(date, locale);
}

/** "Nov" or "Nov 26": months below columns. */
export function monthText(month: PlainDate, { locale }: Words, withYear = false): string {
  const options: Intl.DateTimeFormatOptions = { month: 'short', timeZone: 'UTC' };
  if (withYear) options.year = '2-digit';
  return new Intl.DateTimeFormat(locale, options).format(Date.parse(month));
}

/** A change against before; n/a where there was nothing to compare with. */
export function compared(change: Ratio, text: string, moreIsGood: boolean | null, words: Words): Comparison {
  if (change === null) {
    return { text: words.t('Nothing before to compare with'), direction: 'NONE', isGood: null };
  }
  const sign = change > 0 ? '+' : '';
  return {
    text: `${sign}${percent(change, words)} ${text}`,
    direction: change > 0 ? 'UP' : change < 0 ? 'DOWN' : 'SAME',
    isGood: moreIsGood === null ? null : change > 0 === moreIsGood,
  };
}
