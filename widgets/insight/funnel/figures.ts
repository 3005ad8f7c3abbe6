/** The funnel of a cohort: reserved, large deposit, signed, keys; how long signing took and what was lost (F1, F2). */
import {
  averageDays,
  type DayGroup,
  type FunnelStage,
  funnel,
  holdAbuse,
  isCancelled,
  type Ratio,
  ratio,
} from '#domain/insight/index.ts';
import type { Money } from '#domain/shared/money.ts';
import { countSum, dayOf, inCurrency, moneySum } from '../board/amounts.ts';
import type { BoardAnswer, Group } from '../board/grouped.ts';
import type { Told } from '../board/scope.ts';

export type FunnelFigures = {
  stages: (FunnelStage & { amount: Money | null })[];
  /** From the reservation to the signing, of those that signed. */
  daysToSign: Ratio;
  outcomes: { state: string; count: number; amount: Money }[];
  cancelledAfterSigning: { count: number; rate: Ratio };
  holds: { all: number; taken: number; expired: number; takenRate: Ratio; abuse: Ratio };
};

const KEYS = ['PERFORMING', 'COMPLETED'];
const OUTCOMES = ['CONVERTED', 'ACTIVE', 'PENDING_APPROVAL', 'EXPIRED', 'CANCELLED_REFUND', 'FORFEITED'];

export function funnelFigures({ groups }: BoardAnswer, { currency }: Told): FunnelFigures {
  const made = inCurrency(groups.made, currency);
  const contracts = inCurrency(groups.contracts, currency);
  const inState = (list: readonly Group[], states: readonly string[]) =>
    list.filter(({ by }) => states.includes(by.state ?? ''));
  const signed = inState(made, ['CONVERTED']);
  // Who signed with a small deposit has passed the stage of the large one all the same.
  const large = made.filter(({ by }) => by.stage === 'LARGE' || by.state === 'CONVERTED');
  const reached = [
    { stage: 'RESERVED', list: made },
    { stage: 'LARGE', list: large },
    { stage: 'SIGNED', list: signed },
    { stage: 'KEYS', list: inState(contracts, KEYS) },
  ];
  const ended = contracts.filter(({ by }) => isCancelled(by.state ?? ''));
  return {
    stages: funnel(reached.map(({ stage, list }) => ({ stage, count: countSum(list) }))).map(
      (stage, index) => ({
        ...stage,
        amount: stage.stage === 'KEYS' ? null : moneySum(reached[index]?.list ?? [], 'price', currency),
      }),
    ),
    daysToSign: neverBefore(
      averageDays(days(inCurrency(groups.converted, currency), 'reservedAt'), days(contracts, 'signedOn')),
    ),
    outcomes: OUTCOMES.map((state) => {
      const list = inState(made, [state]);
      return { state, count: countSum(list), amount: moneySum(list, 'price', currency) };
    }),
    cancelledAfterSigning: { count: countSum(ended), rate: ratio(countSum(ended), countSum(contracts)) },
    holds: holdsOf(groups.holds ?? []),
  };
}

/** Of books taken over, with reservations typed in after their contracts were signed, nobody can tell it. */
function neverBefore(average: Ratio): Ratio {
  return average !== null && average < 0 ? null : average;
}

function days(groups: readonly Group[], name: string): DayGroup[] {
  return groups.flatMap((group) => {
    const on = dayOf(group, name);
    return on === null ? [] : [{ on, count: group.count }];
  });
}

function holdsOf(groups: readonly Group[]): FunnelFigures['holds'] {
  const count = (state: string) => countSum(groups.filter(({ by }) => by.state === state));
  const [all, taken, expired] = [countSum(groups), count('TAKEN'), count('EXPIRED')];
  return { all, taken, expired, takenRate: ratio(taken, all), abuse: holdAbuse(expired, all) };
}
