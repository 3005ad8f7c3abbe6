/** Inventory and price: what is sold of what was launched, how old the rest is, what was given away. */
import { AGE_BANDS, type AgeBand, type SoldBasis } from '#domain/insight/index.ts';
import type { Money } from '#domain/shared/money.ts';
import { BarList, StackedBars } from '#widgets/shared/charts/bar-list.tsx';
import type { Look } from '#widgets/shared/charts/chart-types.ts';
import { ColumnChart } from '#widgets/shared/charts/column-chart.tsx';
import { type Figure, FigureRow } from '#widgets/shared/figures/figure-tile.tsx';
import type { RowFilter } from '#widgets/shared/figures/rows.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { momentSpan, rowsOf, signedRows, unitRows } from '../board/board-rows.ts';
import type { ViewProps } from '../board/insight-board.tsx';
import { areaText, asOf, days, monthText, percent, quantity, shortMoney } from '../board/wording.ts';
import type { InventoryFigures } from './figures.ts';
import { HOMES, supplyStart } from './queries.ts';

type Props = ViewProps<InventoryFigures>;

export const BASES: readonly (readonly [SoldBasis, string])[] = [
  ['CONTRACTED', msg('Sold: by contract')],
  ['SUBSCRIBED', msg('Sold: by contract or reservation')],
];

const BASIS_TEXTS: Record<SoldBasis, string> = {
  CONTRACTED: msg('Sold by contract, of what was launched; without parking and storage.'),
  SUBSCRIBED: msg('Sold by contract or reservation, of what was launched; without parking and storage.'),
};

const BANDS: Record<AgeBand, string> = {
  D0_30: msg('Up to 30 days'),
  D31_90: msg('31 to 90 days'),
  D91_180: msg('91 to 180 days'),
  D181_365: msg('181 to 365 days'),
  D366_PLUS: msg('More than a year'),
  UNKNOWN: msg('Release day not known'),
};

const BAND_LOOKS: Record<AgeBand, Look> = {
  D0_30: 'FIRST',
  D31_90: 'SECOND',
  D91_180: 'THIRD',
  D181_365: 'WARN',
  D366_PLUS: 'BAD',
  UNKNOWN: 'REST',
};

const SOLD: Record<SoldBasis, string[]> = {
  CONTRACTED: ['CONTRACTED', 'HANDED_OVER', 'TITLED'],
  SUBSCRIBED: ['CONTRACTED', 'HANDED_OVER', 'TITLED', 'SMALL_RESERVED', 'LARGE_RESERVED'],
};

const HOME: RowFilter = { field: 'kind', is: 'IS', anyOf: HOMES };

export function InventoryPriceView({ figures, told, words }: Props) {
  const { t } = words;
  return (
    <>
      <FigureRow figures={tilesOf({ figures, told, words })} words={words} />
      <div className="kt-pair">
        <Types figures={figures} told={told} words={words} />
        <div className="kt-stack">
          <BarList
            title={t('Age of what is unsold')}
            description={t('Days since release, {days} on average. {asOf}', {
              days: days(figures.age.averageDays, words),
              asOf: asOf(told, words),
            })}
            empty={t('Nothing that was launched is unsold.')}
            names={[t('Age'), t('Units')]}
            points={AGE_BANDS.map((band) => ({
              key: band,
              label: t(BANDS[band]),
              value: figures.age.bands[band].count,
              text: `${figures.age.bands[band].count} · ${shortMoney(money(figures.age.bands[band].value, told.currency), words)}`,
              look: BAND_LOOKS[band],
              rows: unitRows(told, [HOME, { field: 'state', is: 'IS_NOT', anyOf: SOLD[figures.basis] }]),
            }))}
          />
          <ColumnChart
            title={t('Discount depth by month')}
            description={t(
              'One less agreed price by list price then, weighted, of reservations that stand or were signed. {asOf}',
              { asOf: asOf(told, words) },
            )}
            empty={t('No reservation of these months was made below its list price.')}
            names={[t('Month'), t('Discount depth')]}
            points={figures.discounts.map(({ month, depth }) => ({
              key: month,
              label: monthText(month, words),
              value: depth ?? 0,
              text: percent(depth, words),
              look: 'THIRD',
              rows: reservationRows(told, month),
            }))}
          />
        </div>
      </div>
    </>
  );
}

function reservationRows(told: Props['told'], from: Props['told']['today']) {
  return rowsOf(told, 'keyturnReservations', 'price', [
    { field: 'state', is: 'IS', anyOf: ['PENDING_APPROVAL', 'ACTIVE', 'CONVERTED'] },
    ...momentSpan('reservedAt', { from }, told),
  ]);
}

const money = (minor: bigint, currency: string): Money => ({ minor, currency });

function Types({ figures: { types, basis }, told, words }: Props) {
  const { t } = words;
  return (
    <StackedBars
      title={t('Absorption by type')}
      description={`${t(BASIS_TEXTS[basis])} ${asOf(told, words)}`}
      empty={t('Nothing has been launched yet. Release units for sale first.')}
      names={[t('Type'), t('Absorption')]}
      series={[
        { key: 'sold', label: t('Sold'), look: 'FIRST' },
        { key: 'unsold', label: t('Unsold'), look: 'REST' },
      ]}
      stacks={types.map(({ name, stock, absorption }) => ({
        key: name,
        label: name === '' ? t('Without a type') : name,
        text: `${percent(absorption.byCount, words)} · ${stock.sold.count}/${stock.launched.count}`,
        parts: {
          sold: { value: stock.sold.count, text: String(stock.sold.count) },
          unsold: { value: stock.unsold.count, text: String(stock.unsold.count) },
        },
      }))}
    />
  );
}

function tilesOf({ figures, told, words }: Props): Figure[] {
  const { t } = words;
  const { stock, absorption, basis, discount, monthsOfSupply, available, netSales, age } = figures;
  const shared = { asOf: asOf(told, words), basis: t(BASIS_TEXTS[basis]) };
  const sold = unitRows(told, [HOME, { field: 'state', is: 'IS', anyOf: SOLD[basis] }]);
  const of = (left: string, right: string) => t('{sold} of {launched}', { sold: left, launched: right });
  const value = (minor: bigint) => shortMoney(money(minor, told.currency), words);
  return [
    {
      ...shared,
      key: 'count',
      label: t('Absorption by count'),
      value: percent(absorption.byCount, words),
      note: of(String(stock.sold.count), String(stock.launched.count)),
      rows: sold,
    },
    {
      ...shared,
      key: 'area',
      label: t('Absorption by area'),
      value: percent(absorption.byArea, words),
      note: of(areaText(stock.sold.area, words), areaText(stock.launched.area, words)),
      rows: sold,
    },
    {
      ...shared,
      key: 'value',
      label: t('Absorption by list value'),
      value: percent(absorption.byValue, words),
      note: of(value(stock.sold.value), value(stock.launched.value)),
      rows: sold,
    },
    {
      ...shared,
      key: 'unsold',
      label: t('Unsold'),
      value: String(stock.unsold.count),
      note: value(stock.unsold.value),
      basis: t('Launched and not sold, at list price; {days} old on average.', {
        days: days(age.averageDays, words),
      }),
      rows: unitRows(told, [HOME, { field: 'state', is: 'IS_NOT', anyOf: SOLD[basis] }]),
    },
    {
      ...shared,
      key: 'supply',
      label: t('Months of supply'),
      value: quantity(monthsOfSupply, words),
      basis: t(
        '{count} units free of contract and reservation, by net sales of the last 3 whole months ({sales}).',
        {
          count: available,
          sales: netSales.join(', '),
        },
      ),
      rows: signedRows(told, { from: supplyStart(told.today) }),
    },
    {
      ...shared,
      key: 'discount',
      label: t('Discount depth'),
      value: percent(discount, words),
      basis: t('One less agreed by list price, weighted, of reservations of the last 12 months.'),
      rows: reservationRows(told, figures.discounts[0]?.month ?? told.today),
    },
  ];
}
