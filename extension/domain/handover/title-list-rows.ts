/**
 * What a row of a list of titles makes of its case: nothing new, some steps at once, or a reason why not. Each step is
 * decided as if a person had taken it, so a file can do nothing that a person could not.
 */
import { compare, formatMoney, type Money } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { isRefused, type Refusal } from '#domain/shared/refusal.ts';
import type { TitleState } from './after-sale-states.ts';
import type { TitleColumn, TitleProblemCode, TitleRow } from './title-list.ts';
import {
  decideTitleStep,
  type TitleChange,
  type TitleFacts,
  type TitleGround,
  titleDateField,
} from './title-moves.ts';
import { TITLE_ROAD } from './title-states.ts';

export type TitleRowOutcome = 'NEW' | 'CHANGED' | 'SAME' | 'BLOCKED' | 'WRONG';

export type TitleRowPlan =
  | { outcome: 'NEW' | 'CHANGED'; change: TitleChange }
  | { outcome: 'SAME' }
  | {
      outcome: 'BLOCKED' | 'WRONG';
      column: TitleColumn;
      code: TitleProblemCode;
      facts: Record<string, string>;
    };

export type TitleRowGround = TitleGround & {
  today: PlainDate;
  /** The row's taxes in the currency of the contract. */
  taxAmount: Money | null;
  /** No case is open yet: it is opened with the row. */
  isNew: boolean;
  /** The unit is frozen: nothing is issued on it. */
  frozenUnit: string | null;
};

export function planTitleRow(row: TitleRow, titleCase: TitleFacts, ground: TitleRowGround): TitleRowPlan {
  if (titleCase.state === 'BLOCKED')
    return against('BLOCKED', 'state', 'BLOCKED', {
      reason: titleCase.blockReason ?? 'OTHER',
      detail: titleCase.documentsMissing,
    });
  const [from, to] = [placeOf(titleCase.state), placeOf(row.state)];
  if (to < from) return against('WRONG', 'state', 'BACKWARDS', { known: titleCase.state, given: row.state });
  const differing = differenceOf(row, titleCase, from, ground.taxAmount);
  if (differing !== null) return differing;
  if (to >= placeOf('ISSUED') && from < placeOf('ISSUED') && ground.frozenUnit !== null)
    return against('BLOCKED', 'state', 'UNIT_FROZEN', { unit: ground.frozenUnit });
  let now = titleCase;
  let change = null as TitleChange | null;
  for (const state of TITLE_ROAD.slice(from + 1, to + 1)) {
    const stepped = stepOf(row, now, state, ground);
    if ('outcome' in stepped) return stepped;
    change = { ...change, ...stepped };
    now = { ...now, ...stepped };
  }
  if (change !== null) return { outcome: ground.isNew ? 'NEW' : 'CHANGED', change };
  if (!ground.isNew) return { outcome: 'SAME' };
  const { state, stateSince } = titleCase;
  return { outcome: 'NEW', change: { state, stateSince: stateSince ?? ground.today } };
}

function placeOf(state: TitleState): number {
  return TITLE_ROAD.indexOf(state as (typeof TITLE_ROAD)[number]);
}

function against(
  outcome: 'BLOCKED' | 'WRONG',
  column: TitleColumn,
  code: TitleProblemCode,
  facts: Record<string, string>,
): TitleRowPlan {
  return { outcome, column, code, facts };
}

function stepOf(
  row: TitleRow,
  now: TitleFacts,
  to: (typeof TITLE_ROAD)[number],
  ground: TitleRowGround,
): TitleChange | TitleRowPlan {
  const dated = titleDateField(to);
  const on = dated === null ? now.stateSince : row[dated];
  if (on === null) return against('WRONG', dated ?? 'state', 'VALUE_MISSING', { state: to });
  const news = {
    taxAmount: ground.taxAmount ?? undefined,
    registryNumber: row.registryNumber || undefined,
    certificateNumber: row.certificateNumber || undefined,
    receivedBy: row.receivedBy || undefined,
  };
  const decided = decideTitleStep(now, { to, on, news, today: ground.today }, ground);
  return isRefused(decided) ? told(decided.refused, to, on, dated ?? 'state') : decided.plan;
}

function told(refused: Refusal, to: TitleState, on: PlainDate, dated: TitleColumn): TitleRowPlan {
  if (refused.code === 'TITLE_BLOCKED') {
    const [first] = refused.obstacles;
    return against('BLOCKED', 'state', 'BLOCKED', {
      reason: first?.reason ?? '',
      detail: first?.detail ?? '',
    });
  }
  if (refused.code === 'DATE_IN_FUTURE')
    return against('WRONG', dated, 'DATE_IN_FUTURE', { date: on, today: refused.today });
  if (refused.code === 'INVALID_INPUT' && refused.field !== 'on')
    return against('WRONG', refused.field as TitleColumn, 'VALUE_MISSING', { state: to });
  return against('WRONG', dated, 'DATES_OUT_OF_ORDER', { date: on });
}

const KEPT = [
  'taxPaidOn',
  'submittedOn',
  'registryNumber',
  'acceptedOn',
  'certificateNumber',
  'issuedOn',
  'receivedBy',
  'deliveredOn',
] as const;

/** What the case has already stays: a list that says otherwise is a question for people. */
function differenceOf(
  row: TitleRow,
  known: TitleFacts,
  from: number,
  taxAmount: Money | null,
): TitleRowPlan | null {
  for (const field of KEPT) {
    const [given, stored] = [row[field] || null, known[field] || null];
    if (given !== null && stored !== null && given !== stored)
      return against('WRONG', field, 'DIFFERS', { known: stored, given });
  }
  if (taxAmount === null || known.taxAmount === null || from < placeOf('TAX_PAID')) return null;
  const isSame = taxAmount.currency === known.taxAmount.currency && compare(taxAmount, known.taxAmount) === 0;
  return isSame
    ? null
    : against('WRONG', 'taxAmount', 'DIFFERS', {
        known: formatMoney(known.taxAmount),
        given: formatMoney(taxAmount),
      });
}
