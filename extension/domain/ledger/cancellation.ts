/**
 * What may be kept of a cancelled contract, and what the seller owes beside what was paid (D7). The
 * regime is a setting of the project; nothing here is legal advice, and "at most" is meant: less may be kept.
 */
import type { Decimal } from '#domain/shared/decimal.ts';
import { lesser, type Money, multiply, zero } from '#domain/shared/money.ts';
import { type Decision, isRefused } from '#domain/shared/refusal.ts';
import { depositParts } from './deposit.ts';
import { retention } from './retention.ts';
import type { SettlementRegime } from './settlement-states.ts';

export type CancelledSale = {
  regime: SettlementRegime;
  kind: 'MUTUAL' | 'BUYER_DEFAULT' | 'SELLER_DEFAULT' | 'RESCISSION' | 'REGULATOR';
  price: Money;
  /** All that came in and was not refunded. */
  paid: Money;
  depositAgreed: Money | null;
  completionPercent: Decimal;
};

export type CancellationTerms = {
  /** The most that the seller may keep. */
  mostRetained: Money;
  /** What the seller pays on top: a deposit goes back double when the seller fails (China). */
  compensation: Money;
};

/** India, RERA s. 13: nothing beyond ten percent of the price is ever forfeited here. */
const INDIA_MOST_PERCENT = 10n;

export function cancellationTerms(sale: CancelledSale): Decision<CancellationTerms> {
  const none = zero(sale.price.currency);
  const nothing = { plan: { mostRetained: none, compensation: none } };
  if (sale.regime === 'CHINA') return byDeposit(sale, none);
  if (sale.kind !== 'BUYER_DEFAULT') return nothing;
  if (sale.regime === 'INDIA') {
    const most = multiply(sale.price, INDIA_MOST_PERCENT, 100n, 'DOWN');
    return { plan: { mostRetained: lesser(sale.paid, most), compensation: none } };
  }
  if (sale.regime === 'DUBAI') {
    const { price: unitPrice, paid, completionPercent } = sale;
    const kept = retention('DUBAI', { unitPrice, paid, completionPercent, isCancelledByRegulator: false });
    if (isRefused(kept)) return kept;
    return { plan: { mostRetained: kept.plan.retained, compensation: none } };
  }
  return nothing;
}

/** Civil Code 586, 587: the buyer who fails loses the deposit, the seller who fails returns it double. */
function byDeposit(sale: CancelledSale, none: Money): Decision<CancellationTerms> {
  const parts = depositParts({ price: sale.price, agreed: sale.depositAgreed ?? none, paid: sale.paid });
  if (isRefused(parts)) return parts;
  const { depositPart } = parts.plan;
  const mostRetained = sale.kind === 'BUYER_DEFAULT' ? depositPart : none;
  return { plan: { mostRetained, compensation: sale.kind === 'SELLER_DEFAULT' ? depositPart : none } };
}
