/** Ageing: the buckets, what they are asked for, and who owes most. */
import { BarList, PartsBar } from '#widgets/shared/charts/bar-list.tsx';
import { type Figure, FigureRow } from '#widgets/shared/figures/figure-tile.tsx';
import { RecordTable } from '#widgets/shared/figures/record-table.tsx';
import { amountText } from '#widgets/shared/format/amount.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import { bucketPoints, bucketSpan, installmentRows } from '../board/ageing-parts.ts';
import { rowsOf } from '../board/board-rows.ts';
import { CHARGES } from '../board/charges.ts';
import type { ViewProps } from '../board/insight-board.tsx';
import { OPEN_STATES } from '../board/installment-totals.ts';
import { asOf, day, days, shortMoney, sizeOf } from '../board/wording.ts';
import type { AgeingFigures } from './figures.ts';
import { MOST_DEBTORS } from './queries.ts';

type Props = ViewProps<AgeingFigures>;

export function AgeingView({ figures, told, words }: Props) {
  const { t } = words;
  const empty = t('Nothing is overdue.');
  return (
    <>
      <FigureRow figures={tilesOf({ figures, told, words })} words={words} />
      <PartsBar
        title={t('Overdue by age')}
        description={t('Open installments by days since their due date; due today is not overdue. {asOf}', {
          asOf: asOf(told, words),
        })}
        empty={empty}
        names={[t('Age'), t('Open')]}
        points={bucketPoints(figures.all, told, words)}
      />
      <div className="kt-pair">
        <BarList
          title={t('Overdue by charge')}
          description={t('What the overdue installments are asked for. {asOf}', { asOf: asOf(told, words) })}
          empty={empty}
          names={[t('Charge'), t('Overdue')]}
          points={figures.byCharge.map(({ charge, overdue }) => ({
            key: charge,
            label: nameIn(CHARGES, charge, t) ?? charge,
            value: sizeOf(overdue.open),
            text: `${shortMoney(overdue.open, words)} · ${overdue.count}`,
            rows: rowsOf(told, 'keyturnInstallments', 'amount', [
              { field: 'state', is: 'IS', anyOf: OPEN_STATES },
              { field: 'chargeType', is: 'IS', anyOf: [charge] },
              { field: 'dueOn', is: 'IS_BEFORE', value: told.today },
            ]),
          }))}
        />
        <Debtors figures={figures} told={told} words={words} />
      </div>
    </>
  );
}

function Debtors({ figures: { debtors }, told, words }: Props) {
  const { t, locale } = words;
  return (
    <RecordTable
      title={t('The {count} contracts that owe most', { count: MOST_DEBTORS })}
      description={t('Overdue principal as of the last posting or night; late fees stand apart. {asOf}', {
        asOf: asOf(told, words),
      })}
      empty={t('No contract owes anything that is due.')}
      heads={[t('Contract'), t('Buyer'), t('Overdue'), t('Overdue since'), t('Late fee open')]}
      numbers={[2, 4]}
      object="keyturnContract"
      rows={debtors.map(({ id, name, who, overdue, since, lateFee }) => ({
        id,
        cells: [
          name,
          who,
          overdue === null ? '–' : amountText(overdue, locale),
          since === null ? '–' : day(since, words),
          lateFee === null ? '–' : amountText(lateFee, locale),
        ],
      }))}
    />
  );
}

function tilesOf({ figures: { all }, told, words }: Props): Figure[] {
  const { t } = words;
  const shared = { asOf: asOf(told, words) };
  const old = all.buckets.D91_PLUS;
  return [
    {
      ...shared,
      key: 'overdue',
      label: t('Overdue'),
      value: shortMoney(all.overdue.open, words),
      note: t('Installments: {count}', { count: all.overdue.count }),
      tone: all.overdue.count > 0 ? 'bad' : undefined,
      basis: t('Amount less what was taken off and paid, due before today.'),
      rows: installmentRows(told, { before: told.today }),
    },
    {
      ...shared,
      key: 'days',
      label: t('Weighted days overdue'),
      value: days(all.weightedDays, words),
      basis: t('Days since the due date, weighted by what is open.'),
      rows: installmentRows(told, { before: told.today }),
    },
    {
      ...shared,
      key: 'old',
      label: t('More than 90 days'),
      value: shortMoney(old.open, words),
      note: t('Installments: {count}', { count: old.count }),
      basis: t('Due more than 90 days ago and still open.'),
      rows: installmentRows(told, bucketSpan('D91_PLUS', told.today)),
    },
  ];
}
