/** Installments as every board asks for them: what is open, by due date. Their project is too far to filter by. */
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { literal } from '#widgets/shared/api/graphql.ts';
import { currencyOf, type Dimension, type Totals } from './grouped.ts';

const MONEY = ['amount', 'credited', 'paid'] as const;

/** Of what is settled nothing is open; leaving it out makes counts true. */
const OPEN = '{ state: { in: [SCHEDULED, PENDING, DUE, PARTIALLY_PAID, OVERDUE] } }';
export const OPEN_STATES = ['SCHEDULED', 'PENDING', 'DUE', 'PARTIALLY_PAID', 'OVERDUE'];

export function openInstallments(by: readonly Dimension[], where: readonly string[]): Totals {
  return {
    objects: 'keyturnInstallments',
    by: [...by, currencyOf('amount')],
    money: MONEY,
    where: [OPEN, ...where],
  };
}

/** Settled ones too: what was due at all. */
export function allInstallments(by: readonly Dimension[], where: readonly string[]): Totals {
  return { objects: 'keyturnInstallments', by: [...by, currencyOf('amount')], money: MONEY, where };
}

export const dueUpTo = (day: PlainDate) => `{ dueOn: { lte: ${literal(day)} } }`;
export const dueBefore = (day: PlainDate) => `{ dueOn: { lt: ${literal(day)} } }`;
export const dueLaterOrNever = (day: PlainDate) =>
  `{ or: [{ dueOn: { gte: ${literal(day)} } }, { dueOn: { is: NULL } }] }`;
