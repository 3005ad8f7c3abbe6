/** Loans as bars by status, a table of what waits for the bank, and how long each bank takes. */
import { BarList } from '#widgets/shared/charts/bar-list.tsx';
import type { Look } from '#widgets/shared/charts/chart-types.ts';
import { type Figure, FigureRow } from '#widgets/shared/figures/figure-tile.tsx';
import { RecordTable } from '#widgets/shared/figures/record-table.tsx';
import { amountText } from '#widgets/shared/format/amount.ts';
import { nameIn, namesOf } from '#widgets/shared/i18n/choices.ts';
import { MORTGAGE_STAGES } from '#workflows/pipeline/mortgage-case.ts';
import { rowsOf } from '../board/board-rows.ts';
import type { ViewProps } from '../board/insight-board.tsx';
import { asOf, day, days, quantity, shortMoney } from '../board/wording.ts';
import { AGREED_LOANS } from '../cash-forecast/queries.ts';
import type { MortgageFigures } from './figures.ts';
import { LAST_DISBURSED, MOST_WAITING, OPEN_CASES } from './queries.ts';

type Props = ViewProps<MortgageFigures>;

const NAMES = namesOf(MORTGAGE_STAGES);
const LOOKS: Record<string, Look> = {
  DISBURSED: 'GOOD',
  SUPPLEMENT: 'WARN',
  REJECTED: 'BAD',
  CLOSED: 'REST',
};

const rowsIn = (told: Props['told'], anyOf: readonly string[]) =>
  rowsOf(told, 'keyturnMortgageCases', 'amountAsked', [{ field: 'state', is: 'IS', anyOf }]);

export function MortgageProgressView({ figures, told, words }: Props) {
  const { t, locale } = words;
  return (
    <>
      <FigureRow figures={tilesOf({ figures, told, words })} words={words} />
      <div className="kt-pair">
        <BarList
          title={t('Cases by status')}
          description={t('How many, the amount asked, and the average days in the status. {asOf}', {
            asOf: asOf(told, words),
          })}
          empty={t('There is no mortgage case yet. Open one from a contract.')}
          names={[t('State'), t('Cases')]}
          points={figures.statuses
            .filter(({ count }) => count > 0)
            .map(({ state, count, asked, days: inState }) => ({
              key: state,
              label: nameIn(NAMES, state, t) ?? state,
              value: count,
              text: [
                String(count),
                shortMoney(asked, words),
                ...(inState === null ? [] : [days(inState, words)]),
              ].join(' · '),
              look: LOOKS[state] ?? 'FIRST',
              rows: rowsIn(told, [state]),
            }))}
        />
        <RecordTable
          title={t('Days from signing to disbursement')}
          description={t('Median by bank, of the last {count} loans paid out. {asOf}', {
            count: LAST_DISBURSED,
            asOf: asOf(told, words),
          })}
          empty={t('No loan has been paid out yet.')}
          heads={[t('Bank'), t('Loans'), t('Median days')]}
          numbers={[1, 2]}
          object={null}
          rows={figures.banks.map(({ bank, count, medianDays }) => ({
            id: bank,
            cells: [bank === '' ? t('Not said') : bank, String(count), quantity(medianDays, words)],
          }))}
        />
      </div>
      <RecordTable
        title={t('Approved and not paid out')}
        description={t('The {count} that have waited longest. {asOf}', {
          count: MOST_WAITING,
          asOf: asOf(told, words),
        })}
        empty={t('No approved loan waits for its money.')}
        heads={[t('Contract'), t('Bank'), t('State'), t('Since'), t('Approved')]}
        numbers={[4]}
        object="keyturnMortgageCase"
        rows={figures.waiting.map(({ id, name, bank, state, since, approved }) => ({
          id,
          cells: [
            name,
            bank,
            nameIn(NAMES, state, t) ?? state,
            since === null ? '–' : day(since, words),
            approved === null ? '–' : amountText(approved, locale),
          ],
        }))}
      />
    </>
  );
}

function tilesOf({ figures, told, words }: Props): Figure[] {
  const { t } = words;
  const { open, agreed, disbursed, medianDays } = figures;
  const shared = { asOf: asOf(told, words) };
  return [
    {
      ...shared,
      key: 'open',
      label: t('Open cases'),
      value: String(open.count),
      note: t('{amount} asked', { amount: shortMoney(open.asked, words) }),
      basis: t('From papers to pre-registration.'),
      rows: rowsIn(told, OPEN_CASES),
    },
    {
      ...shared,
      key: 'agreed',
      label: t('Approved and not paid out'),
      value: shortMoney(agreed.left, words),
      note: t('Cases: {count}', { count: agreed.count }),
      basis: t('Approved less paid out, of cases approved, signed or pre-registered.'),
      rows: rowsIn(told, AGREED_LOANS),
    },
    {
      ...shared,
      key: 'disbursed',
      label: t('Disbursed'),
      value: shortMoney(disbursed.amount, words),
      note: t('Cases: {count}', { count: disbursed.count }),
      basis: t('All loans paid out so far.'),
      rows: rowsIn(told, ['DISBURSED']),
    },
    {
      ...shared,
      key: 'median',
      label: t('Signing to disbursement'),
      value: days(medianDays, words),
      basis: t('Median of the last {count} loans paid out; open cases are not in it.', {
        count: LAST_DISBURSED,
      }),
      rows: rowsIn(told, ['DISBURSED']),
    },
  ];
}
