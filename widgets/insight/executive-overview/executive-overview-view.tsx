/** The executive overview: six numbers, the sales of a year, its cancellations and the cash of the next. */
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { firstOfMonth, volumeChange } from '#domain/insight/index.ts';
import { addMonths, type PlainDate } from '#domain/shared/plain-date.ts';
import { ColumnChart } from '#widgets/shared/charts/column-chart.tsx';
import { Sparkline } from '#widgets/shared/charts/line-chart.tsx';
import { type Figure, FigureRow } from '#widgets/shared/figures/figure-tile.tsx';
import type { RowFilter } from '#widgets/shared/figures/rows.ts';
import { installmentRows } from '../board/ageing-parts.ts';
import { rowsOf, signedRows, unitRows } from '../board/board-rows.ts';
import type { ViewProps } from '../board/insight-board.tsx';
import {
  areaText,
  asOf,
  bareMoney,
  compared,
  monthText,
  percent,
  quantity,
  shortMoney,
  sizeOf,
} from '../board/wording.ts';
import { afterForecast, ForecastChart } from '../cash-forecast/forecast-parts.tsx';
import { HOMES } from '../inventory-price/queries.ts';
import type { ExecutiveFigures } from './figures.ts';

type Props = ViewProps<ExecutiveFigures>;

const HOME: RowFilter = { field: 'kind', is: 'IS', anyOf: HOMES };
const UNSOLD: RowFilter = { field: 'state', is: 'IS_NOT', anyOf: ['CONTRACTED', 'HANDED_OVER', 'TITLED'] };

export function ExecutiveOverviewView({ figures, told, words }: Props) {
  const { t } = words;
  const monthRows = (from: PlainDate) => signedRows(told, { from, before: addMonths(from, 1) });
  return (
    <>
      <FigureRow figures={salesTiles({ figures, told, words })} words={words} />
      <FigureRow figures={moneyTiles({ figures, told, words })} words={words} />
      <div className="kt-pair">
        <ColumnChart
          title={t('Net contract amount, {currency}', { currency: told.currency })}
          description={t('Signed less cancelled in the last 12 months. {asOf}', { asOf: asOf(told, words) })}
          empty={t('Nothing was signed or cancelled in this time.')}
          names={[t('Month'), t('Net amount')]}
          points={figures.months.map(({ month, net }) => ({
            key: month,
            label: monthText(month, words),
            value: sizeOf(net.amount),
            text: bareMoney(net.amount, words),
            rows: monthRows(month),
          }))}
        />
        <ForecastChart figures={figures.cash} told={told} words={words} />
      </div>
      <ColumnChart
        title={t('Cancellation rate by month of signing')}
        description={t('Of the contracts signed in each month, those that have ended since. {asOf}', {
          asOf: asOf(told, words),
        })}
        empty={t('No contract signed in these months has been cancelled.')}
        names={[t('Month'), t('Cancellation rate')]}
        points={figures.cohorts.map(({ month, rate, cancelled, signed }) => ({
          key: month,
          label: monthText(month as PlainDate, words),
          value: rate ?? 0,
          text: `${percent(rate, words)} (${cancelled}/${signed})`,
          look: 'BAD',
          rows: monthRows(month as PlainDate),
        }))}
      />
    </>
  );
}

function salesTiles({ figures, told, words }: Props): Figure[] {
  const { t } = words;
  const { thisMonth, lastMonth, thisYear, months, monthsOfSupply: supply, stock, absorption } = figures;
  const shared = { asOf: asOf(told, words) };
  const start = firstOfMonth(told.today);
  return [
    {
      ...shared,
      key: 'month',
      label: t('Net sales this month'),
      value: shortMoney(thisMonth.amount, words),
      note: t('Contracts: {count}', { count: thisMonth.count }),
      comparison: compared(
        volumeChange(thisMonth, lastMonth).amount,
        t('against the whole of last month'),
        true,
        words,
      ),
      basis: t('Signed less cancelled, each by its own date.'),
      rows: signedRows(told, { from: start }),
      drawing: (
        <Sparkline
          values={months.map(({ net }) => sizeOf(net.amount))}
          label={t('Net amount of 12 months')}
        />
      ),
    },
    {
      ...shared,
      key: 'year',
      label: t('Net sales this year'),
      value: shortMoney(thisYear.amount, words),
      note: `${t('Contracts: {count}', { count: thisYear.count })} · ${areaText(thisYear.area, words)}`,
      basis: t('From 1 January; signed less cancelled.'),
      rows: signedRows(told, { from: `${told.today.slice(0, 4)}-01-01` as PlainDate }),
    },
    {
      ...shared,
      key: 'unsold',
      label: t('Unsold value'),
      value: shortMoney({ minor: stock.unsold.value, currency: told.currency }, words),
      note: t('{count} units, {share} sold', {
        count: stock.unsold.count,
        share: percent(absorption.byCount, words),
      }),
      basis: t('List price of what is launched and has no contract; without parking and storage.'),
      rows: unitRows(told, [HOME, UNSOLD]),
    },
    {
      ...shared,
      key: 'supply',
      label: t('Months of supply'),
      value: quantity(supply, words),
      basis: t('Units free of contract and reservation, by net sales of the last 3 whole months.'),
      rows: unitRows(told, [HOME, { field: 'state', is: 'IS', anyOf: ['AVAILABLE', 'HELD'] }]),
    },
  ];
}

function moneyTiles({ figures, told, words }: Props): Figure[] {
  const { t } = words;
  const { contracted, received, collection, cash } = figures;
  const shared = { asOf: asOf(told, words) };
  const inMonths = cash.forecast.months.reduce((all, { open }) => all + open.minor, 0n);
  return [
    {
      ...shared,
      key: 'collection',
      label: t('Received of contracts'),
      value: percent(collection, words),
      note: t('{sold} of {launched}', {
        sold: shortMoney(received, words),
        launched: shortMoney(contracted, words),
      }),
      basis: t('Paid and prepaid less refunds, of the price of contracts that bind, from the beginning.'),
      rows: rowsOf(told, 'keyturnContracts', 'price', [
        { field: 'state', is: 'IS', anyOf: LIVE_CONTRACT_STATES },
      ]),
    },
    {
      ...shared,
      key: 'overdue',
      label: t('Overdue'),
      value: shortMoney(cash.overdue.open, words),
      note: t('Installments: {count}', { count: cash.overdue.count }),
      tone: cash.overdue.count > 0 ? 'bad' : undefined,
      basis: t('Due before today and open; in no month.'),
      rows: installmentRows(told, { before: told.today }),
    },
    {
      ...shared,
      key: 'coming',
      label: t('Falls due in 12 months'),
      value: shortMoney({ minor: inMonths, currency: told.currency }, words),
      note: t('{amount} without a date', { amount: shortMoney(cash.forecast.undated, words) }),
      basis: t('Open installments with a due date, from today.'),
      rows: installmentRows(told, { from: told.today, before: afterForecast(told.today) }),
    },
  ];
}
