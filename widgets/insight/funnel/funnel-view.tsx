/** The funnel as it narrows, and what became of those who did not go on. */
import { ENDED_STATES } from '#domain/insight/index.ts';
import { PartsBar } from '#widgets/shared/charts/bar-list.tsx';
import type { Look } from '#widgets/shared/charts/chart-types.ts';
import { Funnel } from '#widgets/shared/charts/funnel.tsx';
import { type Figure, FigureRow } from '#widgets/shared/figures/figure-tile.tsx';
import type { RowFilter } from '#widgets/shared/figures/rows.ts';
import { nameIn, namesOf } from '#widgets/shared/i18n/choices.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { RESERVATION_STAGES } from '#workflows/pipeline/reservation.ts';
import { momentSpan, rowsOf, spanOf } from '../board/board-rows.ts';
import type { ViewProps } from '../board/insight-board.tsx';
import { isFromBeginning, sinceOf } from '../board/lookback.ts';
import { asOf, day, days, percent, quantity, shortMoney } from '../board/wording.ts';
import type { FunnelFigures } from './figures.ts';
import { MADE } from './queries.ts';

const STAGES: Record<string, string> = {
  RESERVED: msg('Reservations'),
  LARGE: msg('Large deposit'),
  SIGNED: msg('Contract signed'),
  KEYS: msg('Keys handed over'),
};

const LOOKS: Record<string, Look> = {
  CONVERTED: 'GOOD',
  ACTIVE: 'FIRST',
  PENDING_APPROVAL: 'SECOND',
  EXPIRED: 'WARN',
  CANCELLED_REFUND: 'REST',
  FORFEITED: 'BAD',
};

const NAMES = namesOf(RESERVATION_STAGES);

export function FunnelView({ figures, told, words }: ViewProps<FunnelFigures>) {
  const { t } = words;
  const since = sinceText(told, words);
  const reservations = (filters: readonly RowFilter[]) =>
    rowsOf(told, 'keyturnReservations', 'price', [
      ...filters,
      ...momentSpan('reservedAt', isFromBeginning(told) ? {} : { from: sinceOf(told) }, told),
    ]);
  const rowsOfStage: Record<string, readonly RowFilter[]> = {
    RESERVED: [{ field: 'state', is: 'IS', anyOf: MADE }],
    SIGNED: [{ field: 'state', is: 'IS', anyOf: ['CONVERTED'] }],
  };
  return (
    <>
      <FigureRow figures={tilesOf({ figures, told, words })} words={words} />
      <Funnel
        title={t('From reservation to keys')}
        description={t('Reservations made {since} and how far they have come by now. {asOf}', {
          since,
          asOf: asOf(told, words),
        })}
        empty={t('No reservation was made in this time.')}
        names={[t('Stage'), t('Reached'), t('From the stage before')]}
        steps={figures.stages.map(({ stage, count, conversion, amount }, index) => ({
          key: stage,
          label: t(STAGES[stage] ?? stage),
          value: count,
          text: amount === null ? String(count) : `${count} · ${shortMoney(amount, words)}`,
          between: index === 0 ? null : betweenText(stage, conversion, figures, words),
          rows: rowsOfStage[stage] === undefined ? undefined : reservations(rowsOfStage[stage] ?? []),
        }))}
      />
      <PartsBar
        title={t('What became of the reservations')}
        description={t('By their state now, of those made {since}. {asOf}', {
          since,
          asOf: asOf(told, words),
        })}
        empty={t('No reservation was made in this time.')}
        names={[t('State'), t('Reservations')]}
        points={figures.outcomes.map(({ state, count, amount }) => ({
          key: state,
          label: nameIn(NAMES, state, t) ?? state,
          value: count,
          text: `${count} · ${shortMoney(amount, words)}`,
          look: LOOKS[state] ?? 'REST',
          rows: reservations([{ field: 'state', is: 'IS', anyOf: [state] }]),
        }))}
      />
    </>
  );
}

function sinceText(told: ViewProps<FunnelFigures>['told'], words: Words): string {
  if (isFromBeginning(told)) return words.t('since the beginning');
  return words.t('since {day}', { day: day(sinceOf(told), words) });
}

function betweenText(stage: string, conversion: number | null, figures: FunnelFigures, words: Words): string {
  const went = words.t('{share} went on', { share: percent(conversion, words) });
  if (stage !== 'SIGNED' || figures.daysToSign === null) return went;
  return `${went} · ${words.t('{days} from reservation to signing on average', { days: days(figures.daysToSign, words) })}`;
}

function tilesOf({ figures, told, words }: ViewProps<FunnelFigures>): Figure[] {
  const { t } = words;
  const { stages, daysToSign, cancelledAfterSigning, holds } = figures;
  const since = { since: sinceText(told, words) };
  const shared = { asOf: asOf(told, words) };
  const from = isFromBeginning(told) ? {} : { from: sinceOf(told) };
  const signed = rowsOf(told, 'keyturnReservations', 'price', [
    { field: 'state', is: 'IS', anyOf: ['CONVERTED'] },
    ...momentSpan('reservedAt', from, told),
  ]);
  return [
    {
      ...shared,
      key: 'rate',
      label: t('Reservation to contract'),
      value: percent(stages.find(({ stage }) => stage === 'SIGNED')?.overall ?? null, words),
      basis: t('Of reservations made {since}, those signed by now.', since),
      rows: signed,
    },
    {
      ...shared,
      key: 'days',
      label: t('Days to signing'),
      value: quantity(daysToSign, words),
      basis: t('Average from reservation to signing, of reservations made {since}.', since),
      rows: signed,
    },
    {
      ...shared,
      key: 'cancelled',
      label: t('Cancelled after signing'),
      value: percent(cancelledAfterSigning.rate, words),
      note: t('Contracts: {count}', { count: cancelledAfterSigning.count }),
      basis: t('Of contracts from these reservations, also while the cancellation is pending.'),
      rows: rowsOf(told, 'keyturnContracts', 'price', [
        { field: 'state', is: 'IS', anyOf: ENDED_STATES },
        ...spanOf('signedOn', from),
      ]),
    },
    {
      ...shared,
      key: 'holds',
      label: t('Holds that ran out'),
      value: percent(holds.abuse, words),
      note: t('{expired} of {all}, {taken} became reservations', {
        expired: holds.expired,
        all: holds.all,
        taken: holds.taken,
      }),
      basis: t('Holds by salespeople, made {since}.', since),
      rows: rowsOf(told, 'keyturnUnitHolds', null, [
        { field: 'kind', is: 'IS', anyOf: ['SALES'] },
        { field: 'state', is: 'IS', anyOf: ['EXPIRED'] },
        ...momentSpan('heldAt', from, told),
      ]),
    },
  ];
}
