/** The cash forecast: months as columns, and beside them what has no month. */
import type { BucketSum } from '#domain/insight/index.ts';
import type { Money } from '#domain/shared/money.ts';
import { ANCHORS } from '#widgets/ledger/names.ts';
import { BarList } from '#widgets/shared/charts/bar-list.tsx';
import { type Figure, FigureRow } from '#widgets/shared/figures/figure-tile.tsx';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import { installmentRows } from '../board/ageing-parts.ts';
import { rowsOf } from '../board/board-rows.ts';
import type { ViewProps } from '../board/insight-board.tsx';
import { OPEN_STATES } from '../board/installment-totals.ts';
import { asOf, shortMoney, sizeOf } from '../board/wording.ts';
import type { ForecastFigures } from './figures.ts';
import { afterForecast, ForecastChart } from './forecast-parts.tsx';
import { AGREED_LOANS } from './queries.ts';

type Props = ViewProps<ForecastFigures>;

export function CashForecastView({ figures, told, words }: Props) {
  const { t } = words;
  return (
    <>
      <FigureRow figures={tilesOf({ figures, told, words })} words={words} />
      <ForecastChart figures={figures} told={told} words={words} />
      <BarList
        title={t('What has no date yet')}
        description={t('By what it waits for; its date comes with that. {asOf}', { asOf: asOf(told, words) })}
        empty={t('Every open installment has its date.')}
        names={[t('Waits for'), t('Open')]}
        points={figures.forecast.undatedBy.map(({ anchor, open }) => ({
          key: anchor,
          label: nameIn(ANCHORS, anchor, t) ?? t('Not said'),
          value: sizeOf(open),
          text: shortMoney(open, words),
          look: 'REST',
          rows: rowsOf(told, 'keyturnInstallments', 'amount', [
            { field: 'state', is: 'IS', anyOf: OPEN_STATES },
            { field: 'dueOn', is: 'IS_EMPTY' },
            ...(anchor === '' ? [] : [{ field: 'anchor', is: 'IS', anyOf: [anchor] } as const]),
          ]),
        }))}
      />
    </>
  );
}

function tilesOf({ figures, told, words }: Props): Figure[] {
  const { t } = words;
  const { forecast, overdue, promised, loans } = figures;
  const shared = { asOf: asOf(told, words) };
  const inMonths = forecast.months.reduce((all, { open }) => all + open.minor, 0n);
  const money = (key: string, label: string, amount: Money, basis: string, rows: Figure['rows']): Figure => ({
    ...shared,
    key,
    label,
    value: shortMoney(amount, words),
    basis,
    rows,
  });
  const counted = (figure: Figure, { count }: BucketSum): Figure => ({
    ...figure,
    note: t('Items: {count}', { count }),
  });
  return [
    money(
      'months',
      t('Falls due in 12 months'),
      { minor: inMonths, currency: told.currency },
      t('Open installments with a due date, from today.'),
      installmentRows(told, { from: told.today, before: afterForecast(told.today) }),
    ),
    money(
      'later',
      t('Later'),
      forecast.later,
      t('Due after these months.'),
      installmentRows(told, { from: afterForecast(told.today) }),
    ),
    money(
      'undated',
      t('Without a date'),
      forecast.undated,
      t('Waits for a milestone, the keys or a loan, and is in no month.'),
      rowsOf(told, 'keyturnInstallments', 'amount', [
        { field: 'state', is: 'IS', anyOf: OPEN_STATES },
        { field: 'dueOn', is: 'IS_EMPTY' },
      ]),
    ),
    counted(
      money(
        'overdue',
        t('Overdue'),
        overdue.open,
        t('Due before today and open; in no month.'),
        installmentRows(told, { before: told.today }),
      ),
      overdue,
    ),
    counted(
      money(
        'promised',
        t('Promised'),
        promised.open,
        t('A part of the installments above that buyers promised to pay; not added.'),
        rowsOf(told, 'keyturnPaymentPromises', 'amount', [{ field: 'state', is: 'IS', anyOf: ['OPEN'] }]),
      ),
      promised,
    ),
    counted(
      money(
        'loans',
        t('Approved by banks'),
        loans.open,
        t('Loans agreed on and not paid out, which will pay installments above; not added.'),
        rowsOf(told, 'keyturnMortgageCases', 'amountAsked', [
          { field: 'state', is: 'IS', anyOf: AGREED_LOANS },
        ]),
      ),
      loans,
    ),
  ];
}
