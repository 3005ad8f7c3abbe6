/** The collections cockpit: what is due, what is late, what was promised and what waits for the books. */
import type { BucketSum } from '#domain/insight/index.ts';
import { addDays, addMonths, type PlainDate } from '#domain/shared/plain-date.ts';
import { BarList } from '#widgets/shared/charts/bar-list.tsx';
import { ColumnChart } from '#widgets/shared/charts/column-chart.tsx';
import { type Figure, FigureRow } from '#widgets/shared/figures/figure-tile.tsx';
import { bucketPoints, installmentRows } from '../board/ageing-parts.ts';
import { rowsOf, type Span, spanOf } from '../board/board-rows.ts';
import type { ViewProps } from '../board/insight-board.tsx';
import { asOf, bareMoney, days, monthText, percent, shortMoney } from '../board/wording.ts';
import type { CollectionsFigures } from './figures.ts';
import { RECENT_DAYS } from './queries.ts';

type Props = ViewProps<CollectionsFigures>;

export function CollectionsView({ figures, told, words }: Props) {
  const { t } = words;
  const { ageing, months } = figures;
  return (
    <>
      <FigureRow figures={dueTiles({ figures, told, words })} words={words} />
      <div className="kt-pair">
        <BarList
          title={t('Overdue by age')}
          description={t('Open installments by days since their due date; due today is not overdue. {asOf}', {
            asOf: asOf(told, words),
          })}
          empty={t('Nothing is overdue.')}
          names={[t('Age'), t('Open')]}
          points={bucketPoints(ageing, told, words)}
        />
        <ColumnChart
          title={t('Collection rate by month due')}
          description={t(
            'Applied to the installments of each month, of what they asked. Due up to today. {asOf}',
            {
              asOf: asOf(told, words),
            },
          )}
          empty={t('No installment fell due in these months.')}
          names={[t('Month'), t('Collection rate')]}
          points={months.map(({ month, rate, dues, applied }) => ({
            key: month,
            label: monthText(month, words),
            value: rate ?? 0,
            text: percent(rate, words),
            rows: rowsOf(
              told,
              'keyturnInstallments',
              'amount',
              spanOf('dueOn', monthSpan(month, told.today)),
            ),
            look: dues.minor > 0n && applied.minor < dues.minor ? 'FIRST' : 'GOOD',
          }))}
        />
      </div>
      <FigureRow figures={careTiles({ figures, told, words })} words={words} />
    </>
  );
}

/** Due in the month, up to today: what falls due later in it says nothing yet. */
function monthSpan(month: PlainDate, today: PlainDate): Span {
  const [next, tomorrow] = [addMonths(month, 1), addDays(today, 1)];
  return { from: month, before: next < tomorrow ? next : tomorrow };
}

const textOf = ({ count, open }: BucketSum, words: Props['words']) => ({
  value: shortMoney(open, words),
  note: words.t('Items: {count}', { count }),
});

function dueTiles({ figures, told, words }: Props): Figure[] {
  const { t } = words;
  const { today } = told;
  const shared = { asOf: asOf(told, words) };
  const due = (key: string, label: string, sum: BucketSum, last: number): Figure => ({
    ...shared,
    key,
    label,
    ...textOf(sum, words),
    basis: t('Open part of installments, by due date.'),
    rows: installmentRows(told, { from: today, before: addDays(today, last + 1) }),
  });
  const { ageing } = figures;
  return [
    due('today', t('Due today'), figures.dueToday, 0),
    due('in7', t('Due in 7 days'), figures.dueIn7, 6),
    due('in30', t('Due in 30 days'), figures.dueIn30, 29),
    {
      ...shared,
      key: 'overdue',
      label: t('Overdue'),
      ...textOf(ageing.overdue, words),
      comparison: undefined,
      tone: ageing.overdue.count > 0 ? 'bad' : undefined,
      basis: t('Due before today and open; {days} late on average, weighted by amount.', {
        days: days(ageing.weightedDays, words),
      }),
      rows: installmentRows(told, { before: today }),
    },
    {
      ...shared,
      key: 'ratio',
      label: t('Overdue ratio'),
      value: percent(figures.overdueRatio, words),
      basis: t('Overdue and open, of all that fell due in the last 12 months; without what has no date.'),
      rows: installmentRows(told, { before: today }),
    },
    {
      ...shared,
      key: 'recovery',
      label: t('Late-fee recovery'),
      value: percent(figures.lateFee.recovery, words),
      note: t('{paid} of {accrued}, {waived} waived', {
        paid: bareMoney(figures.lateFee.paid, words),
        accrued: bareMoney(figures.lateFee.accrued, words),
        waived: bareMoney(figures.lateFee.waived, words),
      }),
      basis: t('Paid, of what was billed less waived, on contracts that bind.'),
      rows: rowsOf(told, 'keyturnLateFeeEntries', 'amount', []),
    },
  ];
}

function careTiles({ figures, told, words }: Props): Figure[] {
  const { t } = words;
  const shared = { asOf: asOf(told, words) };
  const recent = addDays(told.today, -RECENT_DAYS);
  const inStates = (objects: string, anyOf: string[], more: Parameters<typeof spanOf>[] = []) =>
    rowsOf(told, objects, 'amount', [
      { field: 'state', is: 'IS', anyOf },
      ...more.flatMap(([field, span]) => spanOf(field, span)),
    ]);
  const tile = (key: string, label: string, sum: BucketSum, basis: string, rows: Figure['rows']): Figure => ({
    ...shared,
    key,
    label,
    ...textOf(sum, words),
    basis,
    rows,
  });
  const promises = 'keyturnPaymentPromises';
  return [
    tile(
      'promised',
      t('Promises still to be kept'),
      figures.promises.open,
      t('What is still to come of promises to pay.'),
      inStates(promises, ['OPEN']),
    ),
    tile(
      'late',
      t('Promises past their day'),
      figures.promises.late,
      t('Still open although their day has passed.'),
      inStates(promises, ['OPEN'], [['payBy', { before: told.today }]]),
    ),
    tile(
      'broken',
      t('Broken promises'),
      figures.promises.broken,
      t('Found broken in the last {days} days.', { days: RECENT_DAYS }),
      inStates(promises, ['BROKEN'], [['decidedOn', { from: recent }]]),
    ),
    tile(
      'unmatched',
      t('Unmatched bank lines'),
      figures.bankLines.unmatched,
      t('Unmatched and doubtful lines; {count} more are matched and not posted.', {
        count: figures.bankLines.matched.count,
      }),
      inStates('keyturnBankStatementLines', ['UNMATCHED', 'DOUBTFUL']),
    ),
    tile(
      'pending',
      t('Waiting to clear'),
      figures.pending,
      t('Receipts that do not count yet, such as cheques.'),
      inStates('keyturnReceipts', ['PENDING_CLEARANCE']),
    ),
    tile(
      'bounced',
      t('Bounced'),
      figures.bounced,
      t('Receipts that bounced in the last {days} days.', { days: RECENT_DAYS }),
      inStates('keyturnReceipts', ['BOUNCED'], [['closedOn', { from: recent }]]),
    ),
  ];
}
