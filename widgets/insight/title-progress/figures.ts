/** Title cases that are due, late or blocked (F1, C4); the deadline that presses is the domain's. */
import type { TitleBlock, TitleState } from '#domain/handover/after-sale-states.ts';
import { nextTitleDeadline, type TitleDeadline } from '#domain/handover/title-states.ts';
import { BLOCKS } from '#widgets/handover/title/title-records.ts';
import { countSum, dayOf, inCurrency } from '../board/amounts.ts';
import type { BoardAnswer, Group } from '../board/grouped.ts';
import type { Told } from '../board/scope.ts';
import { TO_BE_ISSUED } from './queries.ts';

/** So near is due. */
export const DUE_DAYS = 30;

export type DeadlineFigures = { late: number; due: number; later: number };

export type TitleFigures = {
  open: number;
  file: DeadlineFigures;
  certificate: DeadlineFigures;
  blocked: number;
  reasons: { reason: TitleBlock; count: number }[];
  states: { state: TitleState; count: number }[];
};

export function titleFigures({ groups }: BoardAnswer, { currency, today }: Told): TitleFigures {
  const cases = inCurrency(groups.cases, currency);
  const dated = cases.map((group) => ({
    count: group.count,
    next: nextTitleDeadline(
      {
        state: stateOf(group),
        fileBy: dayOf(group, 'fileBy'),
        certificateBy: dayOf(group, 'certificateBy'),
        submittedOn: dayOf(group, 'submittedOn'),
      },
      today,
    ),
  }));
  const deadlines = (what: TitleDeadline['what']): DeadlineFigures => {
    const count = (isOne: (daysLeft: number) => boolean) =>
      dated
        .filter(({ next }) => next?.what === what && isOne(next.daysLeft))
        .reduce((all, one) => all + one.count, 0);
    return {
      late: count((days) => days < 0),
      due: count((days) => days >= 0 && days <= DUE_DAYS),
      later: count((days) => days > DUE_DAYS),
    };
  };
  const blocked = cases.filter((group) => stateOf(group) === 'BLOCKED');
  return {
    open: countSum(cases),
    file: deadlines('FILE'),
    certificate: deadlines('CERTIFICATE'),
    blocked: countSum(blocked),
    reasons: (Object.keys(BLOCKS) as TitleBlock[]).map((reason) => ({
      reason,
      count: countSum(blocked.filter(({ by }) => (by.blockReason ?? 'OTHER') === reason)),
    })),
    states: TO_BE_ISSUED.map((state) => ({
      state,
      count: countSum(cases.filter((group) => stateOf(group) === state)),
    })),
  };
}

function stateOf({ by }: Group): TitleState {
  return (by.state ?? 'COLLECTING') as TitleState;
}
