/** The sales report as tiles and columns. */
import { change, type Grain, type Ratio, volumeChange } from '#domain/insight/index.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { ColumnChart, StackedColumns } from '#widgets/shared/charts/column-chart.tsx';
import { type Figure, FigureRow } from '#widgets/shared/figures/figure-tile.tsx';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { cancelledRows, momentSpan, rowsOf, signedRows, spanOf } from '../board/board-rows.ts';
import type { ViewProps } from '../board/insight-board.tsx';
import {
  areaText,
  asOf,
  bareMoney,
  compared,
  day,
  monthText,
  shortMoney,
  sizeOf,
  wholeMoney,
} from '../board/wording.ts';
import type { SalesReport } from './figures.ts';

export const GRAIN_NAMES: Record<Grain, string> = {
  DAY: msg('By day'),
  WEEK: msg('By week'),
  MONTH: msg('By month'),
  YEAR: msg('By year'),
};

const BEFORE: Record<Grain, string> = {
  DAY: msg('against the day before'),
  WEEK: msg('against the same days of last week'),
  MONTH: msg('against the same days of last month'),
  YEAR: msg('against the same months of last year'),
};

export function SalesReportView({ figures, told, words }: ViewProps<SalesReport>) {
  const { t } = words;
  const { grain, periods } = figures;
  const nameOf = (start: PlainDate) => periodText(start, grain, words);
  const names = [t('Period'), t('Net amount')] as const;
  const since = periods[0]?.start ?? told.today;
  return (
    <>
      <FigureRow figures={tilesOf({ figures, told, words })} words={words} />
      <div className="kt-pair">
        <ColumnChart
          title={t('Net contract amount, {currency}', { currency: told.currency })}
          description={t('Signed less cancelled since {day}, at the price that contracts have now. {asOf}', {
            day: day(since, words),
            asOf: asOf(told, words),
          })}
          empty={t('Nothing was signed or cancelled in this time.')}
          names={names}
          points={periods.map(({ start, end, net }) => ({
            key: start,
            label: nameOf(start),
            value: sizeOf(net.amount),
            text: bareMoney(net.amount, words),
            rows: signedRows(told, { from: start, before: end }),
          }))}
        />
        <StackedColumns
          title={t('Contracts signed and cancelled')}
          description={t('Each in the period of its own date, since {day}. {asOf}', {
            day: day(since, words),
            asOf: asOf(told, words),
          })}
          empty={t('Nothing was signed or cancelled in this time.')}
          names={[t('Period'), t('Net')]}
          series={[
            { key: 'signed', label: t('Signed'), look: 'FIRST' },
            { key: 'ended', label: t('Cancelled'), look: 'BAD' },
          ]}
          stacks={periods.map(({ start, end, signed, ended, net }) => ({
            key: start,
            label: nameOf(start),
            text: String(net.count),
            parts: {
              signed: { value: signed.count, text: String(signed.count) },
              ended: { value: ended.count, text: String(ended.count) },
            },
            rows: signedRows(told, { from: start, before: end }),
          }))}
        />
      </div>
    </>
  );
}

function tilesOf({ figures, told, words }: ViewProps<SalesReport>): Figure[] {
  const { t } = words;
  const { now, before, grain, start } = figures;
  const since = { day: day(start, words) };
  const than = (value: Ratio, isGood: boolean | null) => compared(value, t(BEFORE[grain]), isGood, words);
  const net = volumeChange(now.net, before.net);
  const shared = { asOf: asOf(told, words) };
  return [
    {
      ...shared,
      key: 'net',
      label: t('Net contracts'),
      value: String(now.net.count),
      note: `${shortMoney(now.net.amount, words)} · ${areaText(now.net.area, words)}`,
      comparison: than(net.amount, true),
      basis: t('Signed less cancelled since {day}.', since),
      rows: signedRows(told, { from: start }),
    },
    {
      ...shared,
      key: 'signed',
      label: t('Signed'),
      value: String(now.signed.count),
      note: shortMoney(now.signed.amount, words),
      comparison: than(change(now.signed.count, before.signed.count), true),
      basis: t('By signing date, since {day}.', since),
      rows: signedRows(told, { from: start }),
    },
    {
      ...shared,
      key: 'ended',
      label: t('Cancelled'),
      value: String(now.ended.count),
      note: shortMoney(now.ended.amount, words),
      comparison: than(change(now.ended.count, before.ended.count), false),
      basis: t('By cancellation date, whenever signed, since {day}.', since),
      rows: cancelledRows(told, { from: start }),
    },
    {
      ...shared,
      key: 'reserved',
      label: t('Reservations made'),
      value: String(now.reserved),
      comparison: than(change(now.reserved, before.reserved), true),
      basis: t('Whatever became of them, since {day}.', since),
      rows: rowsOf(told, 'keyturnReservations', 'price', momentSpan('reservedAt', { from: start }, told)),
    },
    {
      ...shared,
      key: 'price',
      label: t('Average price of a m²'),
      value: now.price === null ? t('n/a') : wholeMoney(now.price, words),
      comparison:
        now.price === null || before.price === null
          ? undefined
          : than(change(now.price.minor, before.price.minor), null),
      basis: t('Net amount by net area, without parking and storage, since {day}.', since),
      rows: signedRows(told, { from: start }),
    },
    receivedTile({ figures, told, words }),
  ];
}

function receivedTile({
  figures: { now, before, start, grain },
  told,
  words,
}: ViewProps<SalesReport>): Figure {
  const { t } = words;
  const shared = { key: 'received', label: t('Received'), asOf: asOf(told, words) };
  if (now.received === null || before.received === null) {
    return {
      ...shared,
      value: t('n/a'),
      basis: t('Receipts do not say their project; choose all projects, or see the daily figures.'),
      rows: { objects: 'keyturnSalesFigures', filters: [] },
    };
  }
  return {
    ...shared,
    value: shortMoney(now.received, words),
    comparison: compared(change(now.received.minor, before.received.minor), t(BEFORE[grain]), true, words),
    basis: t('Cleared receipts by the day they were booked, since {day}.', { day: day(start, words) }),
    rows: rowsOf(told, 'keyturnReceipts', 'amount', [
      { field: 'state', is: 'IS', anyOf: ['CLEARED'] },
      ...spanOf('bookedOn', { from: start }),
    ]),
  };
}

function periodText(start: PlainDate, grain: Grain, words: Words): string {
  if (grain === 'YEAR') return start.slice(0, 4);
  if (grain === 'MONTH') return monthText(start, words, start.slice(5, 7) === '01');
  return `${Number(start.slice(5, 7))}/${Number(start.slice(8, 10))}`;
}
