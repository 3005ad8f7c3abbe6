/** Rates of money (D11, F2): what was given away, what came in, what is late and what lateness brought. */
import { type Ratio, ratio, rest } from './ratio.ts';

/**
 * Discount depth: one less agreed price by list price, weighted by price, after all steps. Basis: deals whose list
 * price then is known. Amounts in minor units of one currency. n/a without a list price.
 */
export function discountDepth(agreed: bigint, list: bigint): Ratio {
  return rest(agreed, list);
}

/**
 * Collection rate of a period: what has been applied to the dues of the period, of these dues. Not what came in
 * during the period: that may have paid older dues, or come early. n/a when nothing fell due.
 */
export function periodCollectionRate(applied: bigint, dues: bigint): Ratio {
  return ratio(applied, dues);
}

/**
 * 回款率, on the contract basis: cleared receipts less refunds, of the amount of the contracts that bind, both
 * from the beginning. n/a without contracts.
 */
export function contractCollectionRate(received: bigint, contracted: bigint): Ratio {
  return ratio(received, contracted);
}

/**
 * Overdue ratio: what is overdue and open, of all that has fallen due. Without what waits for a milestone and has
 * no date. n/a when nothing has fallen due.
 */
export function overdueRatio(overdue: bigint, dueToDate: bigint): Ratio {
  return ratio(overdue, dueToDate);
}

/** Late-fee recovery: paid, of what was billed less what was waived. n/a when nothing is left to be paid. */
export function lateFeeRecovery(paid: bigint, accrued: bigint, waived: bigint): Ratio {
  return ratio(paid, accrued - waived);
}

/**
 * Hold abuse: holds that ran out unused, of all holds of a person. n/a for who held nothing. Holds that still run
 * count as held, for leaving them out would punish who has just begun.
 */
export function holdAbuse(expired: number, held: number): Ratio {
  return ratio(expired, held);
}
