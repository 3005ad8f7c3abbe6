/** What somebody has bought (F2, D11): contracts that bind, their price and what is paid, one sum a currency. */
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { add, type Money, zero } from '#domain/shared/money.ts';

export type BoughtContract = { state: string; price: Money | null; paid: Money | null };

export type BuyerValue = {
  currency: string;
  contracts: number;
  /** Price of the contracts that bind; what was cancelled, rescinded or terminated is no value any more. */
  net: Money;
  /** Paid on their installments, charges beside the price included. */
  paid: Money;
};

/** In the order in which currencies appear; empty for who has bought nothing. */
export function buyerValue(contracts: readonly BoughtContract[]): BuyerValue[] {
  const byCurrency = new Map<string, BuyerValue>();
  for (const { state, price, paid } of contracts) {
    if (price === null || !LIVE_CONTRACT_STATES.some((live) => live === state)) continue;
    const { currency } = price;
    const none = zero(currency);
    const so = byCurrency.get(currency) ?? { currency, contracts: 0, net: none, paid: none };
    byCurrency.set(currency, {
      currency,
      contracts: so.contracts + 1,
      net: add(so.net, price),
      paid: paid?.currency === currency ? add(so.paid, paid) : so.paid,
    });
  }
  return [...byCurrency.values()];
}
