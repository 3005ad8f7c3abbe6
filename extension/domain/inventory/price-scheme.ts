/** Activating and undoing a price scheme (H2.2): whether, and what it does to each unit. */
import { compare, type Money } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import { blockedBy, type Prices, samePrices, withPrices } from './price-diff.ts';
import type { PriceItemOutcome, PriceSchemeState } from './sales-states.ts';
import type { UnitState } from './unit-states.ts';

export type Scheme = {
  id: string;
  name: string;
  state: PriceSchemeState;
  rows: number | null;
  effectiveFrom: PlainDate | null;
  activatedAt: string | null;
  undoneAt: string | null;
};

export type ActivateRequest = {
  scheme: Scheme;
  items: number;
  today: PlainDate;
  /** The scheme that is active now, and whether its prices are still being written or put back. */
  active: { name: string; isAtWork: boolean } | null;
  /** An earlier run of this very request has taken the scheme. */
  isOwnWork: boolean;
};

export function decideActivate({ scheme, ...request }: ActivateRequest): Decision<null> {
  if (request.isOwnWork) return { plan: null };
  const { name, state, rows, effectiveFrom } = scheme;
  if (state !== 'DRAFT' && state !== 'APPROVED')
    return refuse({ code: 'STATE_NOT_ALLOWED', what: name, from: state, to: 'ACTIVE' });
  if (request.items !== rows)
    return refuse({ code: 'PRICE_SCHEME_INCOMPLETE', scheme: name, prices: request.items, rows: rows ?? 0 });
  if (effectiveFrom !== null && effectiveFrom > request.today)
    return refuse({
      code: 'DATE_IN_FUTURE',
      field: 'effectiveFrom',
      date: effectiveFrom,
      today: request.today,
    });
  return request.active?.isAtWork ? refuse({ code: 'BUSY', what: request.active.name }) : { plan: null };
}

export type UndoRequest = { scheme: Scheme; isAtWork: boolean; isOwnWork: boolean };

export function decideUndo({ scheme, isAtWork, isOwnWork }: UndoRequest): Decision<null> {
  if (isOwnWork) return { plan: null };
  if (scheme.state !== 'ACTIVE')
    return refuse({ code: 'STATE_NOT_ALLOWED', what: scheme.name, from: scheme.state, to: 'RETIRED' });
  return isAtWork || scheme.undoneAt !== null ? refuse({ code: 'BUSY', what: scheme.name }) : { plan: null };
}

export type PriceItem = Prices & {
  outcome: PriceItemOutcome;
  listBefore: Money | null;
  floorBefore: Money | null;
  filedBefore: Money | null;
};

export type UnitNow = Prices & { state: UnitState; holder: string | null };

export type ItemPlan =
  | { do: 'BLOCK'; by: string }
  /** It has these prices already, of an earlier run or since the list was read. */
  | { do: 'LEAVE' }
  | { do: 'GIVE'; prices: Prices; before: Prices };

/** What a scheme does to a unit as it is right now. */
export function planItem(item: PriceItem, unit: UnitNow): ItemPlan {
  const prices = withPrices(unit, item);
  if (samePrices(unit, prices)) return { do: 'LEAVE' };
  const by = blockedBy(unit) ?? outOfLimits(prices);
  return by === null ? { do: 'GIVE', prices, before: unit } : { do: 'BLOCK', by };
}

/** D6: the unit's own limits may have been changed since the list was read. */
function outOfLimits({ listPrice, floorPrice, filedPrice }: Prices): string | null {
  if (listPrice === null) return 'UNIT_HAS_NO_PRICE';
  for (const limit of [floorPrice, filedPrice])
    if (limit !== null && limit.currency !== listPrice.currency) return 'CURRENCY_MISMATCH';
  if (floorPrice !== null && compare(listPrice, floorPrice) < 0) return 'PRICE_BELOW_FLOOR';
  return filedPrice !== null && compare(listPrice, filedPrice) > 0 ? 'PRICE_ABOVE_FILED' : null;
}

export type UndoPlan =
  | { do: 'KEEP'; because: string }
  | { do: 'LEAVE' }
  | { do: 'PUT_BACK'; prices: Prices; from: Prices };

export function beforeOf({ listBefore, floorBefore, filedBefore }: PriceItem): Prices {
  return { listPrice: listBefore, floorPrice: floorBefore, filedPrice: filedBefore };
}

/** A unit gets back what it had, if its price is still the scheme's and nobody has it. */
export function planUndo(item: PriceItem, unit: UnitNow): UndoPlan {
  const before = beforeOf(item);
  if (samePrices(unit, before)) return { do: 'LEAVE' };
  const by = blockedBy(unit);
  if (by !== null) return { do: 'KEEP', because: by };
  const isStillTheSchemes = samePrices(unit, withPrices(before, item));
  return isStillTheSchemes
    ? { do: 'PUT_BACK', prices: before, from: unit }
    : { do: 'KEEP', because: 'PRICE_CHANGED_SINCE' };
}
