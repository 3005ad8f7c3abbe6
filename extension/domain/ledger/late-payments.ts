/**
 * One installment and its payments, day by day: what each payment takes of the fee and of the
 * principal (E5). The contract's whole book is `replay.ts`; this is the rule of it for one line.
 */
import { add, isPositive, lesser, type Money, subtract, sum, zero } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import {
  type LateFeeRule,
  type LateFeeSegment,
  lateFee,
  lateFeeSegments,
  type Reduction,
} from './late-fee.ts';

export type FeeOrder = 'PRINCIPAL_FIRST' | 'FEE_THEN_PRINCIPAL';

export type LatePayments = {
  fee: Money;
  principalLeft: Money;
  feeLeft: Money;
  /** Paid beyond principal and fee. */
  excess: Money;
  segments: LateFeeSegment[];
};

/** Payments after `asOf` are left out; those of one day are taken in the order given. */
export function payLate(
  debt: { amount: Money; dueOn: PlainDate },
  payments: readonly { on: PlainDate; amount: Money }[],
  rule: LateFeeRule,
  order: FeeOrder,
  asOf: PlainDate,
): LatePayments {
  const { currency } = debt.amount;
  const reductions: Reduction[] = [];
  let principalLeft = debt.amount;
  let feePaid = zero(currency);
  let excess = zero(currency);
  const known = payments.filter(({ on }) => on <= asOf);
  for (const { on, amount } of [...known].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const owed = subtract(lateFee({ ...debt, reductions }, rule, on), feePaid);
    const feeLeft = isPositive(owed) ? owed : zero(currency);
    const principal =
      order === 'PRINCIPAL_FIRST'
        ? lesser(amount, principalLeft)
        : lesser(subtract(amount, lesser(amount, feeLeft)), principalLeft);
    const fee = lesser(subtract(amount, principal), feeLeft);
    if (isPositive(principal)) reductions.push({ on, amount: principal });
    principalLeft = subtract(principalLeft, principal);
    feePaid = add(feePaid, fee);
    excess = add(excess, subtract(amount, add(principal, fee)));
  }
  const segments = lateFeeSegments({ ...debt, reductions }, rule, asOf);
  const fee = sum(
    segments.map((one) => one.fee),
    currency,
  );
  return { fee, principalLeft, feeLeft: subtract(fee, feePaid), excess, segments };
}
