/** May a contract go over to this unit (换房, C4), and at which price? Guard of AVAILABLE/HELD -> CONTRACTED. */
import {
  effectiveLock,
  permitRefusal,
  type ReleaseProject,
  type UnitLock,
  type UnitState,
} from '#domain/inventory/index.ts';
import { compare, formatMoney, isPositive, type Money } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';

export type SwapUnit = {
  name: string;
  state: UnitState;
  listPrice: Money | null;
  floorPrice: Money | null;
  filedPrice: Money | null;
};

export type SwapRequest = {
  unit: SwapUnit;
  project: ReleaseProject | null;
  lock: UnitLock | null;
  /** The unit is held for a buyer of this very contract. */
  isHeldForBuyer: boolean;
  currency: string;
  /** Without it the list price. */
  price: Money | null;
  today: PlainDate;
  now: Date;
};

/** States that a lock leaves behind whose time is over. */
const HOLDING_STATES: readonly UnitState[] = ['HELD', 'SMALL_RESERVED', 'LARGE_RESERVED'];

/** Plan: the price that is agreed on. */
export function decideSwap(request: SwapRequest): Decision<Money> {
  const { unit, project, lock, isHeldForBuyer, now } = request;
  const held = effectiveLock(lock, now);
  if (held !== null && !isHeldForBuyer)
    return refuse({ code: 'UNIT_TAKEN', unit: unit.name, holder: held.holderName, until: held.heldUntil });
  const isFree = unit.state === 'AVAILABLE' || (lock !== null && HOLDING_STATES.includes(unit.state));
  if (!isFree) return refuse({ code: 'UNIT_NOT_FOR_SALE', unit: unit.name, state: unit.state });
  // D6: the other home is sold today, so it needs a permit today.
  const permit = project === null ? null : permitRefusal(project, request.today);
  return permit ?? swapPrice(request);
}

function swapPrice({ unit, currency, price }: SwapRequest): Decision<Money> {
  const { name, listPrice, floorPrice, filedPrice } = unit;
  if (listPrice === null || !isPositive(listPrice)) return refuse({ code: 'UNIT_HAS_NO_PRICE', unit: name });
  const agreed = price ?? listPrice;
  for (const limit of [agreed, floorPrice, filedPrice]) {
    if (limit !== null && limit.currency !== currency)
      return refuse({ code: 'CURRENCY_MISMATCH', expected: currency, given: limit.currency });
  }
  if (!isPositive(agreed))
    return refuse({ code: 'INVALID_INPUT', field: 'newPrice', problem: 'must be above zero' });
  if (floorPrice !== null && compare(agreed, floorPrice) < 0)
    return refuse({ code: 'PRICE_BELOW_FLOOR', unit: name, price: formatMoney(agreed) });
  if (filedPrice !== null && compare(agreed, filedPrice) > 0) {
    const [asked, filed] = [formatMoney(agreed), formatMoney(filedPrice)];
    return refuse({ code: 'PRICE_ABOVE_FILED', unit: name, price: asked, filed });
  }
  return { plan: agreed };
}
