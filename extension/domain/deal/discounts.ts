/**
 * From the list price to the agreed one (D1): discounts in the rules' order, each of what is left, each step
 * rounded to the cent and kept, so that the quote can be replayed. Amounts in the currency of the list price.
 */
import {
  compareDecimals,
  decimal,
  decimalOf,
  fractionOf,
  isPositiveDecimal,
} from '#domain/shared/decimal.ts';
import {
  compare,
  formatMoney,
  isPositive,
  lesser,
  type Money,
  multiply,
  subtract,
} from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { DiscountAuthority, DiscountKind } from './discount-states.ts';

export type DiscountRule = {
  id: string;
  name: string;
  projectId: string | null;
  step: number | null;
  kind: DiscountKind;
  percent: number | null;
  amount: Money | null;
  mostAmount: Money | null;
  authority: DiscountAuthority;
  validFrom: PlainDate | null;
  validUntil: PlainDate | null;
  isActive: boolean;
};

export type DiscountStep = {
  ruleId: string;
  name: string;
  step: number;
  kind: DiscountKind;
  percent: number | null;
  priceBefore: Money;
  amount: Money;
  priceAfter: Money;
};

export type DiscountRequest = {
  listPrice: Money;
  /** The rules chosen, in any order. */
  rules: readonly DiscountRule[];
  projectId: string | null;
  today: PlainDate;
  /** Whether the caller may give what only a sales manager may. */
  mayControl: boolean;
};

export type Discounted = { price: Money; steps: DiscountStep[]; needsApproval: boolean };

/** In which order rules are applied: by their step, equal ones by name, so that it is always the same. */
function inOrder(left: DiscountRule, right: DiscountRule): number {
  const byStep = (left.step ?? 0) - (right.step ?? 0);
  if (byStep !== 0) return byStep;
  return left.name === right.name ? (left.id < right.id ? -1 : 1) : left.name < right.name ? -1 : 1;
}

export function decideDiscounts(request: DiscountRequest): Decision<Discounted> {
  const { listPrice, rules, mayControl } = request;
  const steps: DiscountStep[] = [];
  let price = listPrice;
  for (const [index, rule] of [...rules].sort(inOrder).entries()) {
    const problem = notOffered(rule, request) ?? notSized(rule, price);
    if (problem !== null) return refuse({ code: 'DISCOUNT_NOT_VALID', discount: rule.name, problem });
    if (rule.authority === 'MANAGER' && !mayControl)
      return refuse({ code: 'NO_RIGHT', right: 'controlSales' });
    const amount = takenOff(rule, price);
    if (compare(amount, price) >= 0) {
      const left = `takes off ${formatMoney(amount)} of ${formatMoney(price)}, and nothing would be left`;
      return refuse({ code: 'DISCOUNT_NOT_VALID', discount: rule.name, problem: left });
    }
    const priceAfter = subtract(price, amount);
    const { id: ruleId, name, kind, percent } = rule;
    steps.push({ ruleId, name, step: index + 1, kind, percent, priceBefore: price, amount, priceAfter });
    price = priceAfter;
  }
  const needsApproval = rules.some(({ authority }) => authority === 'APPROVAL');
  return { plan: { price, steps, needsApproval } };
}

/** Rounded to the cent at each step; never more than the rule's cap. */
function takenOff({ kind, percent, amount, mostAmount }: DiscountRule, price: Money): Money {
  const { numerator, denominator } = fractionOf(decimalOf(percent ?? 0));
  const off = kind === 'AMOUNT' ? (amount ?? price) : multiply(price, numerator, denominator * 100n);
  return mostAmount === null ? off : lesser(off, mostAmount);
}

function notOffered(rule: DiscountRule, { projectId, today, rules }: DiscountRequest): string | null {
  if (rules.filter(({ id }) => id === rule.id).length > 1) return 'is chosen twice';
  if (rule.projectId === null || rule.projectId !== projectId) return 'is of another project';
  if (!rule.isActive) return 'is no longer offered';
  if (rule.validFrom !== null && today < rule.validFrom) return `is offered from ${rule.validFrom} on`;
  if (rule.validUntil !== null && today > rule.validUntil) return `was offered until ${rule.validUntil}`;
  return null;
}

const HUNDRED = decimal(100n);

function notSized({ kind, percent, amount, mostAmount }: DiscountRule, price: Money): string | null {
  const amounts = [kind === 'AMOUNT' ? amount : null, mostAmount].filter((one) => one !== null);
  if (amounts.some(({ currency }) => currency !== price.currency)) return `is not in ${price.currency}`;
  if (amounts.some((one) => !isPositive(one))) return 'has an amount that is not above zero';
  if (kind === 'AMOUNT') return amount === null ? 'has no amount' : null;
  const share = percent === null ? null : decimalOf(percent);
  if (share === null || !isPositiveDecimal(share)) return 'has no percent';
  return compareDecimals(share, HUNDRED) >= 0 ? 'takes off all of the price' : null;
}

export type StoredDiscount = {
  step: number | null;
  priceBefore: Money | null;
  amount: Money | null;
  priceAfter: Money | null;
};

/** The price that the stored lines lead to, or null when they do not lead from the list price to any. */
export function replayDiscounts(listPrice: Money, lines: readonly StoredDiscount[]): Money | null {
  let price = listPrice;
  const isSame = (stored: Money | null, expected: Money) =>
    stored !== null && stored.currency === expected.currency && stored.minor === expected.minor;
  for (const line of [...lines].sort((left, right) => (left.step ?? 0) - (right.step ?? 0))) {
    if (line.amount === null || !isSame(line.priceBefore, price)) return null;
    const after = subtract(price, line.amount);
    if (!isSame(line.priceAfter, after)) return null;
    price = after;
  }
  return price;
}

export type PriceRequest = {
  unit: { name: string; listPrice: Money | null; floorPrice: Money | null; filedPrice: Money | null };
  /** Set by hand; null for the list price less discounts. */
  price: Money | null;
  maySetPrice: boolean;
  /** A price below the floor waits for somebody else's approval instead of being refused. */
  withApproval: boolean;
  discounts: Omit<DiscountRequest, 'listPrice' | 'mayControl'>;
};

export type AgreedPrice = { listPrice: Money } & Discounted;

/** The price agreed on. Floor check after the last step: below it only with an approval (D1). */
export function decidePrice(request: PriceRequest): Decision<AgreedPrice> {
  const { unit, price, maySetPrice, withApproval, discounts } = request;
  const list = unit.listPrice;
  if (list === null || !isPositive(list)) return refuse({ code: 'UNIT_HAS_NO_PRICE', unit: unit.name });
  if (price !== null && discounts.rules.length > 0) {
    const problem = 'cannot be set by hand and by discounts at once';
    return refuse({ code: 'INVALID_INPUT', field: 'price', problem });
  }
  if (price !== null && !isPositive(price))
    return refuse({ code: 'INVALID_INPUT', field: 'price', problem: 'must be above zero' });
  for (const limit of [price, unit.floorPrice, unit.filedPrice]) {
    if (limit !== null && limit.currency !== list.currency)
      return refuse({ code: 'CURRENCY_MISMATCH', expected: list.currency, given: limit.currency });
  }
  if (price !== null && compare(price, list) !== 0 && !maySetPrice)
    return refuse({ code: 'PRICE_NOT_YOURS_TO_SET', unit: unit.name, listPrice: formatMoney(list) });
  const discounted = decideDiscounts({ ...discounts, listPrice: list, mayControl: maySetPrice });
  if (isRefused(discounted)) return discounted;
  const agreed = price ?? discounted.plan.price;
  const isBelowFloor = unit.floorPrice !== null && compare(agreed, unit.floorPrice) < 0;
  if (isBelowFloor && !withApproval && discounted.plan.steps.length === 0)
    return refuse({ code: 'PRICE_BELOW_FLOOR', unit: unit.name, price: formatMoney(agreed) });
  if (unit.filedPrice !== null && compare(agreed, unit.filedPrice) > 0) {
    const filed = formatMoney(unit.filedPrice);
    return refuse({ code: 'PRICE_ABOVE_FILED', unit: unit.name, price: formatMoney(agreed), filed });
  }
  const needsApproval = isBelowFloor || discounted.plan.needsApproval;
  return { plan: { listPrice: list, price: agreed, steps: discounted.plan.steps, needsApproval } };
}
