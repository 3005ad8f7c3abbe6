/** When something ends, in words: a countdown for an instant, a day for a date; never by colour alone. */
import { endOf } from '#domain/insight/urgency.ts';
import { isPlainDate } from '#domain/shared/plain-date.ts';
import { dateText, dateTimeText, timeLeftText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { DayRow } from './day-rows.ts';

export function dueText({ due, urgency }: Pick<DayRow, 'due' | 'urgency'>, now: number, words: Words) {
  const { t, locale } = words;
  const { on } = due;
  if (on === null || endOf(due) === null) return null;
  if (isPlainDate(on)) {
    if (urgency === 'TODAY') return t('today');
    return urgency === 'OVER'
      ? t('overdue since {date}', { date: dateText(on, locale) })
      : t('by {date}', { date: dateText(on, locale) });
  }
  if (urgency === 'OVER') return t('overdue since {date}', { date: dateTimeText(on, locale) });
  return t('{time} left', { time: timeLeftText(on, now, t) ?? '' });
}
