/** What the cash forecast asks: installments to come by month, promises, loans under way, and what is overdue. */
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { by, currencyOf, dated, type Totals } from '../board/grouped.ts';
import { dueBefore, dueLaterOrNever, openInstallments } from '../board/installment-totals.ts';
import type { Queries } from '../board/read-board.ts';
import { oneOf } from '../board/scope.ts';

/** Loans that a bank has agreed to and not paid out. */
export const AGREED_LOANS = ['APPROVED', 'SIGNED', 'PRE_REGISTERED'];

export const toCome = (today: PlainDate): Totals =>
  openInstallments([dated('dueOn', 'MONTH'), by('anchor')], [dueLaterOrNever(today)]);

export const overdue = (today: PlainDate): Totals => openInstallments([], [dueBefore(today)]);

export const agreedLoans: Totals = {
  objects: 'keyturnMortgageCases',
  by: [by('state'), currencyOf('amountAsked')],
  money: ['amountApproved', 'amountDisbursed'],
  where: [oneOf('state', AGREED_LOANS)],
};

export const openPromises: Totals = {
  objects: 'keyturnPaymentPromises',
  by: [dated('payBy', 'MONTH'), currencyOf('amount')],
  money: ['amount', 'paidSince'],
  where: ['{ state: { eq: OPEN } }'],
};

export const cashForecastQueries: Queries = ({ today }) => [
  { totals: { toCome: toCome(today), promises: openPromises, loans: agreedLoans } },
  { totals: { overdue: overdue(today) } },
];
