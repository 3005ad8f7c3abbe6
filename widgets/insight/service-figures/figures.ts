/** How the service did (F1, A099, A101, A102): every figure by the function of the domain that tells it anywhere. */
import type { ServiceTicketState, TicketKind } from '#domain/care/care-states.ts';
import { OPEN_TICKETS } from '#domain/care/care-transitions.ts';
import {
  complaintsPerHundred,
  firstAnswerMedian,
  hitRate,
  promoterScore,
  repeatRate,
  type Served,
  type Share,
  satisfactionOf,
} from '#domain/care/service-figures.ts';
import { KINDS } from '#widgets/care/care-names.ts';
import { countSum, inCurrencyOrNone } from '../board/amounts.ts';
import type { BoardAnswer, Group } from '../board/grouped.ts';
import type { Told } from '../board/scope.ts';

export type KindFigures = {
  kind: TicketKind;
  count: number;
  answered: Share;
  resolved: Share;
  firstAnswer: number | null;
};

export type ServiceFigures = {
  open: { count: number; waiting: number; states: { state: ServiceTicketState; count: number }[] };
  opened: number;
  /** Of customers' tickets; what departments ask of each other stands by itself among the kinds. */
  answered: Share;
  resolved: Share;
  firstAnswer: number | null;
  repeats: Share;
  complaints: { count: number; homes: number; perHundred: number | null };
  satisfaction: ReturnType<typeof satisfactionOf>;
  promoters: ReturnType<typeof promoterScore>;
  kinds: KindFigures[];
};

export function servedOf(groups: readonly Group[]): Served[] {
  return groups.flatMap(({ by, count }) => {
    const stars = by.satisfaction ?? null;
    const served: Served = {
      kind: (by.kind ?? 'ENQUIRY') as TicketKind,
      unitId: by.unitId ?? null,
      part: by.part ?? null,
      openedAt: by.openedAt ?? null,
      respondBy: by.respondBy ?? null,
      resolveBy: by.resolveBy ?? null,
      respondedAt: by.respondedAt ?? null,
      resolvedAt: by.resolvedAt ?? null,
      satisfaction: stars === null ? null : Number(stars),
    };
    return Array.from({ length: count }, () => ({ ...served }));
  });
}

export function serviceFigures({ groups }: BoardAnswer, told: Told): ServiceFigures {
  const now = new Date(told.readAt);
  const all = servedOf(inCurrencyOrNone(groups.served, told.currency));
  const customers = all.filter(({ kind }) => kind !== 'INTERNAL');
  const open = inCurrencyOrNone(groups.open, told.currency);
  const homes = countSum(inCurrencyOrNone(groups.homes, told.currency));
  const inState = (state: ServiceTicketState) => countSum(open.filter(({ by }) => by.state === state));
  return {
    open: {
      count: countSum(open),
      waiting: inState('WAITING_CUSTOMER'),
      states: OPEN_TICKETS.map((state) => ({ state, count: inState(state) })),
    },
    opened: all.length,
    answered: hitRate(customers, 'ANSWER', now),
    resolved: hitRate(customers, 'RESOLUTION', now),
    firstAnswer: firstAnswerMedian(customers),
    repeats: repeatRate(customers),
    complaints: {
      count: customers.filter(({ kind }) => kind === 'COMPLAINT').length,
      homes,
      perHundred: complaintsPerHundred(customers, homes),
    },
    satisfaction: satisfactionOf(customers),
    promoters: promoterScore(customers),
    kinds: (Object.keys(KINDS) as TicketKind[]).map((kind) => kindFigures(kind, all, now)),
  };
}

function kindFigures(kind: TicketKind, all: readonly Served[], now: Date): KindFigures {
  const own = all.filter((ticket) => ticket.kind === kind);
  return {
    kind,
    count: own.length,
    answered: hitRate(own, 'ANSWER', now),
    resolved: hitRate(own, 'RESOLUTION', now),
    firstAnswer: firstAnswerMedian(own),
  };
}
