/** Handover as tiles and columns. */
import { addMonths } from '#domain/shared/plain-date.ts';
import { BarList } from '#widgets/shared/charts/bar-list.tsx';
import { ColumnChart } from '#widgets/shared/charts/column-chart.tsx';
import { type Figure, FigureRow } from '#widgets/shared/figures/figure-tile.tsx';
import type { RowFilter } from '#widgets/shared/figures/rows.ts';
import { numberText } from '#widgets/shared/format/amount.ts';
import { nameIn, namesOf } from '#widgets/shared/i18n/choices.ts';
import { HANDOVER_STAGES } from '#workflows/pipeline/handover.ts';
import { rowsOf, spanOf } from '../board/board-rows.ts';
import type { ViewProps } from '../board/insight-board.tsx';
import { asOf, monthText, percent, shortMoney } from '../board/wording.ts';
import type { HandoverFigures } from './figures.ts';
import { WITH_KEYS, WITHOUT_KEYS } from './queries.ts';
import { SnagCharts, snagRows } from './snag-charts.tsx';

type Props = ViewProps<HandoverFigures>;

const NAMES = namesOf(HANDOVER_STAGES);

export function HandoverProgressView({ figures, told, words }: Props) {
  const { t } = words;
  const basis = { currency: told.currency, asOf: asOf(told, words) };
  const handovers = (filters: readonly RowFilter[]) => rowsOf(told, 'keyturnHandovers', null, filters);
  return (
    <>
      <FigureRow figures={tilesOf({ figures, told, words })} words={words} />
      <div className="kt-pair">
        <ColumnChart
          title={t('Keys handed over by month')}
          description={t('Handovers by the day of the keys, of contracts in {currency}. {asOf}', basis)}
          empty={t('No keys were handed over in these months.')}
          names={[t('Month'), t('Handovers')]}
          points={figures.months.map(({ month, count }) => ({
            key: month,
            label: monthText(month, words),
            value: count,
            text: String(count),
            look: 'GOOD',
            rows: handovers(spanOf('handedOverOn', { from: month, before: addMonths(month, 1) })),
          }))}
        />
        <BarList
          title={t('Handovers by state')}
          description={t('All handovers that have begun, of contracts in {currency}. {asOf}', basis)}
          empty={t('No handover has begun yet. Hand over keys from a contract.')}
          names={[t('State'), t('Handovers')]}
          points={figures.states.map(({ state, count }) => ({
            key: state,
            label: nameIn(NAMES, state, t) ?? state,
            value: count,
            text: String(count),
            look: state === 'KEYS_HANDED' ? 'GOOD' : state === 'SNAGS_OPEN' ? 'WARN' : 'FIRST',
            rows: handovers([{ field: 'state', is: 'IS', anyOf: [state] }]),
          }))}
        />
      </div>
      <SnagCharts figures={figures} told={told} words={words} />
    </>
  );
}

function tilesOf({ figures, told, words }: Props): Figure[] {
  const { t } = words;
  const { withKeys, waiting, share, owing } = figures;
  const shared = { asOf: asOf(told, words) };
  const contracts = (states: readonly string[], more: readonly RowFilter[] = []) =>
    rowsOf(told, 'keyturnContracts', 'price', [{ field: 'state', is: 'IS', anyOf: states }, ...more]);
  return [
    {
      ...shared,
      key: 'with',
      label: t('Keys handed over'),
      value: String(withKeys),
      note: t('{share} of contracts', { share: percent(share, words) }),
      basis: t('Contracts that bind whose keys were given.'),
      rows: contracts(WITH_KEYS),
    },
    {
      ...shared,
      key: 'waiting',
      label: t('Waiting for keys'),
      value: String(waiting),
      basis: t('Contracts that bind and have no keys yet.'),
      rows: contracts(WITHOUT_KEYS),
    },
    {
      ...shared,
      key: 'owing',
      label: t('Must pay first'),
      value: String(owing.count),
      note: t('{amount} overdue', { amount: shortMoney(owing.overdue, words) }),
      tone: owing.count > 0 ? 'bad' : undefined,
      basis: t('Waiting for keys with overdue principal, as of the last posting or night.'),
      rows: contracts(WITHOUT_KEYS, [{ field: 'overdueSince', is: 'IS_NOT_EMPTY' }]),
    },
    ...visitTiles({ figures, told, words }),
  ];
}

function visitTiles({ figures, told, words }: Props): Figure[] {
  const { t, locale } = words;
  const { states, noShows, firstPass, snags } = figures;
  const shared = { asOf: asOf(told, words) };
  const missed = states.find(({ state }) => state === 'NO_SHOW')?.count ?? 0;
  const inspections: readonly RowFilter[] = [{ field: 'state', is: 'IS', anyOf: ['SIGNED'] }];
  return [
    {
      ...shared,
      key: 'missed',
      label: t('No-shows'),
      value: String(missed),
      note: t('{count} missed appointments in all', { count: noShows }),
      basis: t('Handovers whose buyer did not come and has no new appointment.'),
      rows: rowsOf(told, 'keyturnHandovers', null, [{ field: 'state', is: 'IS', anyOf: ['NO_SHOW'] }]),
    },
    {
      ...shared,
      key: 'first',
      label: t('Passed the first time'),
      value: firstPass.rate === null ? t('n/a') : `${numberText(firstPass.rate, locale, 1)}%`,
      note: t('{passed} of {inspected}, {clean} without a defect', {
        passed: firstPass.passed,
        inspected: firstPass.inspected,
        clean: firstPass.withoutDefects,
      }),
      basis: t('First inspections that are signed and kept no keys back; later walks do not count.'),
      rows: rowsOf(told, 'keyturnInspections', null, inspections),
    },
    {
      ...shared,
      key: 'snags',
      label: t('Snags open'),
      value: String(snags.open),
      note: t('{count} keep keys back', { count: snags.blocking }),
      tone: snags.blocking > 0 ? 'bad' : undefined,
      basis: t('Snags that are neither verified nor declined.'),
      rows: snagRows(told),
    },
  ];
}
