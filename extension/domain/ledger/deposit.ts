/**
 * Deposits in default (D7, E9; Civil Code 586 and 587). Of what was paid as 定金 only the deposit part binds:
 * at most what was agreed and at most 20 % of the price. The rest is a prepayment and goes back in any case.
 */
import { add, compare, lesser, type Money, money, multiply, subtract, zero } from '#domain/shared/money.ts';
import type { Decision } from '#domain/shared/refusal.ts';
import { aboveZero, notNegative } from './input-checks.ts';

export type DepositPaid = { price: Money; agreed: Money; paid: Money };
export type DepositParts = { depositPart: Money; prepaymentPart: Money };
export type Defaulter = 'BUYER' | 'SELLER';

export type DepositSettlement = DepositParts & {
  /** From the seller to the buyer. */
  returned: Money;
  /** What the buyer loses. */
  forfeited: Money;
};

const MOST_DEPOSIT_PERCENT = 20n;

export function depositParts({ price, agreed, paid }: DepositPaid): Decision<DepositParts> {
  const problem = aboveZero('price', price) ?? notNegative('agreed', agreed) ?? notNegative('paid', paid);
  if (problem !== null) return problem;
  // Rounded down: a cent more would be more than 20 %.
  const most = multiply(price, MOST_DEPOSIT_PERCENT, 100n, 'DOWN');
  const depositPart = lesser(paid, lesser(agreed, most));
  return { plan: { depositPart, prepaymentPart: subtract(paid, depositPart) } };
}

/** A buyer in default loses the deposit part, a seller in default returns it twice. */
export function settleDeposit(deposit: DepositPaid, defaulter: Defaulter): Decision<DepositSettlement> {
  const parts = depositParts(deposit);
  if ('refused' in parts) return parts;
  const { depositPart, prepaymentPart } = parts.plan;
  return {
    plan:
      defaulter === 'BUYER'
        ? { ...parts.plan, returned: prepaymentPart, forfeited: depositPart }
        : {
            ...parts.plan,
            returned: add(add(depositPart, depositPart), prepaymentPart),
            forfeited: zero(depositPart.currency),
          },
  };
}

/** India, RERA s. 13: not more than 10 % of the price before a written and registered agreement (E10). */
const MOST_PERCENT_BEFORE_AGREEMENT = 10n;

/** Whether `amount` may be taken before the agreement, on top of what was `taken` already. Compared exactly. */
export function mayTakeBeforeAgreement(price: Money, amount: Money, taken = zero(price.currency)): boolean {
  const { minor, currency } = add(taken, amount);
  const asked = money(minor * 100n, currency);
  return compare(asked, money(price.minor * MOST_PERCENT_BEFORE_AGREEMENT, price.currency)) <= 0;
}
