/** The figures of the service as tiles, the same on the dashboard and on the service desk. */
import { OPEN_TICKETS } from '#domain/care/care-transitions.ts';
import type { Share } from '#domain/care/service-figures.ts';
import type { Figure } from '#widgets/shared/figures/figure-tile.tsx';
import type { RowFilter, Rows } from '#widgets/shared/figures/rows.ts';
import { numberText } from '#widgets/shared/format/amount.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { momentSpan } from '../board/board-rows.ts';
import type { ViewProps } from '../board/insight-board.tsx';
import { sinceOf } from '../board/lookback.ts';
import type { Told } from '../board/scope.ts';
import { asOf, day } from '../board/wording.ts';
import type { ServiceFigures } from './figures.ts';
import { LIVED_IN } from './queries.ts';

type Props = ViewProps<ServiceFigures>;

/** Tickets say their project themselves. */
export function ticketRows({ place }: Told, filters: readonly RowFilter[]): Rows {
  const own: RowFilter[] =
    place.kind === 'ONE' ? [{ field: 'project', is: 'RELATED_TO', recordId: place.project.id }] : [];
  return { objects: 'keyturnServiceTickets', filters: [...filters, ...own] };
}

export function openedRows(told: Told, more: readonly RowFilter[] = []): Rows {
  return ticketRows(told, [...momentSpan('openedAt', { from: sinceOf(told) }, told), ...more]);
}

export function shareText({ percent }: Share, words: Words): string {
  return percent === null ? words.t('n/a') : `${numberText(percent, words.locale, 1)}%`;
}

/** "2 d 3 h", "3 h 5 min", "12 min". */
export function durationText(minutes: number | null, { t }: Words): string {
  if (minutes === null) return t('n/a');
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return t('{days} d {hours} h', { days, hours: hours % 24 });
  if (hours > 0) return t('{hours} h {minutes} min', { hours, minutes: minutes % 60 });
  return t('{minutes} min', { minutes });
}

export function serviceTiles(props: Props): Figure[] {
  return [...promiseTiles(props), ...voiceTiles(props)];
}

function promiseTiles({ figures, told, words }: Props): Figure[] {
  const { t } = words;
  const { open, answered, resolved, firstAnswer, repeats } = figures;
  const shared = { asOf: asOf(told, words) };
  const since = day(sinceOf(told), words);
  const of = ({ part, whole }: Share) => t('{part} of {whole}', { part, whole });
  const customers: RowFilter = {
    field: 'kind',
    is: 'IS',
    anyOf: ['ENQUIRY', 'REPAIR', 'COMPLAINT', 'SUGGESTION'],
  };
  return [
    {
      ...shared,
      key: 'open',
      label: t('Tickets open'),
      value: String(open.count),
      note: t('{count} wait for the customer', { count: open.waiting }),
      basis: t('Tickets that are neither resolved nor closed, of all times.'),
      rows: ticketRows(told, [{ field: 'state', is: 'IS', anyOf: OPEN_TICKETS }]),
    },
    {
      ...shared,
      key: 'answered',
      label: t('Answered in time'),
      value: shareText(answered, words),
      note: of(answered),
      basis: t(
        'Customers’ tickets opened since {date} whose promise of an answer is kept or broken by now.',
        {
          date: since,
        },
      ),
      rows: openedRows(told, [customers, { field: 'respondBy', is: 'IS_NOT_EMPTY' }]),
    },
    {
      ...shared,
      key: 'resolved',
      label: t('Resolved in time'),
      value: shareText(resolved, words),
      note: of(resolved),
      basis: t(
        'Customers’ tickets opened since {date} whose promise of a resolution is kept or broken by now.',
        { date: since },
      ),
      rows: openedRows(told, [customers, { field: 'resolveBy', is: 'IS_NOT_EMPTY' }]),
    },
    {
      ...shared,
      key: 'first',
      label: t('First answer'),
      value: durationText(firstAnswer, words),
      basis: t(
        'Median from opening to first answer by the clock on the wall, of tickets opened since {date}.',
        {
          date: since,
        },
      ),
      rows: openedRows(told, [customers, { field: 'respondedAt', is: 'IS_NOT_EMPTY' }]),
    },
    {
      ...shared,
      key: 'repeats',
      label: t('Again within 30 days'),
      value: shareText(repeats, words),
      note: of(repeats),
      basis: t(
        'Repairs opened since {date} and resolved after which the same part of the home was reported again.',
        { date: since },
      ),
      rows: openedRows(told, [{ field: 'kind', is: 'IS', anyOf: ['REPAIR'] }]),
    },
  ];
}

function voiceTiles({ figures, told, words }: Props): Figure[] {
  const { t, locale } = words;
  const { complaints, satisfaction, promoters } = figures;
  const shared = { asOf: asOf(told, words) };
  const since = day(sinceOf(told), words);
  const number = (value: number | null) => (value === null ? t('n/a') : numberText(value, locale, 1));
  const rated = openedRows(told, [{ field: 'satisfaction', is: 'IS_NOT_EMPTY' }]);
  return [
    {
      ...shared,
      key: 'complaints',
      label: t('Complaints per 100 homes'),
      value: number(complaints.perHundred),
      note: t('{count} complaints, {homes} homes', { count: complaints.count, homes: complaints.homes }),
      basis: t('Complaints opened since {date}, for every hundred homes in the state {states} today.', {
        date: since,
        states: new Intl.ListFormat(locale, { type: 'disjunction' }).format(
          LIVED_IN.map((state) => (state === 'TITLED' ? t('Titled') : t('Handed over'))),
        ),
      }),
      rows: openedRows(told, [{ field: 'kind', is: 'IS', anyOf: ['COMPLAINT'] }]),
    },
    {
      ...shared,
      key: 'csat',
      label: t('Satisfied (CSAT)'),
      value: shareText(satisfaction, words),
      note: t('{part} of {whole}, mean {mean}', {
        part: satisfaction.part,
        whole: satisfaction.whole,
        mean: number(satisfaction.mean),
      }),
      basis: t('Four or five stars, of tickets opened since {date} whose customer said something.', {
        date: since,
      }),
      rows: rated,
    },
    {
      ...shared,
      key: 'nps',
      label: t('Would recommend (NPS)'),
      value: number(promoters.points),
      note: t('{count} answers', { count: promoters.asked }),
      basis: t(
        'Share of five stars less share of three and fewer, in points, of tickets opened since {date}; asked in stars, not from 0 to 10.',
        { date: since },
      ),
      rows: rated,
    },
  ];
}
