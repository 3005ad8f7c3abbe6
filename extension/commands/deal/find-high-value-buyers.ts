/**
 * Finding: buyers who have, or are about to have, much of what is sold, and the salesperson they are with.
 * Reads only. Homes count while their reservation or contract lives.
 */
import * as z from 'zod/mini';
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { isOver } from '#domain/inventory/index.ts';
import { add, compare, formatMoney, type Money } from '#domain/shared/money.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { type Finding, type Found, hoursFrom, setting } from '../system/finding.ts';
import { amount, inputMoney } from '../system/input.ts';

const MOST_BUYERS = 2_000;

const schema = z.object({
  /** So many homes make a buyer one of high value … */
  leastUnits: setting(2, 1_000),
  /** … or so much in the currency of the deal; empty for no such limit. */
  leastAmount: z.optional(amount),
  /** Reservations made in so many days are looked at. */
  withinDays: setting(30, 365),
});

type Input = z.infer<typeof schema>;
type Reservation = RecordOf<'reservation'>;
type Deal = { buyerId: string | null; price: Money | null };

export const findHighValueBuyers: Finding<Input> = {
  name: 'find-high-value-buyers',
  title: 'Find buyers of high value',
  schema,

  async find({ store, clock }, input) {
    const now = clock.now();
    const since = hoursFrom(now, -24 * input.withinDays);
    const { recent } = await store.read({
      recent: {
        object: 'reservation',
        filter: { state: 'ACTIVE', reservedAt: { gte: since, lte: now.toISOString() } },
        with: { buyer: true },
        orderBy: { reservedAt: 'DESC' },
        limit: MOST_BUYERS,
      },
    });
    const assigned = new Map<string, (typeof recent)[number]>();
    for (const one of recent) {
      const isAssigned = one.buyerId !== null && one.salespersonId !== null && !isOver(one.validUntil, now);
      if (isAssigned && !assigned.has(one.buyerId ?? '')) assigned.set(one.buyerId ?? '', one);
    }
    const deals = await dealsOf(store, [...assigned.keys()], now);
    const items: Found[] = [];
    for (const [buyerId, newest] of assigned) {
      const own = deals.filter((deal) => deal.buyerId === buyerId);
      const value = sumsOf(own);
      const isMuch = own.length >= input.leastUnits || reaches(value, input.leastAmount);
      if (isMuch) items.push(foundBuyer(buyerId, newest, newest.buyer?.name ?? '', own.length, value));
    }
    return { plan: items };
  },
};

async function dealsOf(store: Store, buyers: readonly string[], now: Date): Promise<Deal[]> {
  const { reservations, contracts } = await store.read({
    reservations: { object: 'reservation', filter: { state: 'ACTIVE', buyerId: { in: buyers } } },
    contracts: {
      object: 'contract',
      filter: { state: { in: [...LIVE_CONTRACT_STATES, 'COMPLETED'] }, buyerId: { in: buyers } },
    },
  });
  return [...reservations.filter(({ validUntil }) => !isOver(validUntil, now)), ...contracts];
}

/** By currency: deals in two currencies are not one sum. */
function sumsOf(deals: readonly Deal[]): Money[] {
  const sums = new Map<string, Money>();
  for (const { price } of deals) {
    if (price === null) continue;
    const before = sums.get(price.currency);
    sums.set(price.currency, before === undefined ? price : add(before, price));
  }
  return [...sums.values()];
}

function reaches(value: readonly Money[], least: string | undefined): boolean {
  if (least === undefined) return false;
  return value.some((sum) => {
    const limit = inputMoney('leastAmount', least, sum.currency);
    return !isRefused(limit) && compare(sum, limit.plan) >= 0;
  });
}

function foundBuyer(
  buyerId: string,
  { salespersonId, name }: Reservation,
  buyer: string,
  units: number,
  value: readonly Money[],
): Found {
  const sums = value.map((sum) => `${formatMoney(sum)} ${sum.currency}`).join(', ');
  return {
    // With another salesperson it is news again.
    occasion: `high-value buyer ${salespersonId ?? ''}`,
    object: 'person',
    recordId: buyerId,
    label: `${buyer || name} · ${units} × · ${sums}`,
    details: name,
    assigneeId: salespersonId,
    dueAt: null,
  };
}
