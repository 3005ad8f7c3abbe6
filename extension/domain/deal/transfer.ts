/**
 * A leaver's open work passes to colleagues (A052, C4): what is passed on, how it is shared out, and how it
 * goes back. Who received, signed and earned in the past stays on record; only the owner from now on changes.
 */
import type { Transitions } from '#domain/shared/state-machine.ts';

export type TransferState = 'EXECUTED' | 'ROLLED_BACK';

export const TRANSFER_TRANSITIONS: Transitions<TransferState> = {
  EXECUTED: ['ROLLED_BACK'],
  ROLLED_BACK: [],
};

/** What has a salesperson (or a clerk) who answers for it. */
export type OwnedObject = 'reservation' | 'contract' | 'unitHold' | 'queueTicket' | 'mortgageCase';

export const OWNED_OBJECTS: readonly OwnedObject[] = [
  'reservation',
  'contract',
  'unitHold',
  'queueTicket',
  'mortgageCase',
];

/** `customer` is whatever tells one customer's records from another's; null stands alone. */
export type Owned = { object: OwnedObject; id: string; customer: string | null };

export type Passed = Owned & { to: string };

/**
 * Shares records out among colleagues: all of one customer go to one of them, and each customer to who has
 * the fewest records so far, the first named first. What was passed before (`passed`) counts and keeps its
 * customers together with what comes later. The same records in any order are shared out alike.
 */
export function shareOut(
  owned: readonly Owned[],
  to: readonly [string, ...string[]],
  passed: readonly Passed[] = [],
): Passed[] {
  const load = new Map<string, number>(to.map((one) => [one, 0]));
  const takes = new Map<string, string>();
  for (const one of passed) {
    load.set(one.to, (load.get(one.to) ?? 0) + 1);
    takes.set(customerOf(one), one.to);
  }
  const customers = new Map<string, Owned[]>();
  for (const one of [...owned].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const own = customers.get(customerOf(one)) ?? [];
    customers.set(customerOf(one), [...own, one]);
  }
  // The largest first: then the loads come out as even as they can.
  const largest = [...customers].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const shared = largest.flatMap(([customer, records]) => {
    const taker = takes.get(customer) ?? leastLoaded(to, load);
    load.set(taker, (load.get(taker) ?? 0) + records.length);
    return records.map((one) => ({ ...one, to: taker }));
  });
  const kind = ({ object }: Passed) => OWNED_OBJECTS.indexOf(object);
  return shared.sort((a, b) => kind(a) - kind(b) || (a.id < b.id ? -1 : 1));
}

function customerOf({ customer, id }: Owned): string {
  return customer ?? id;
}

function leastLoaded(to: readonly [string, ...string[]], load: ReadonlyMap<string, number>): string {
  return to.reduce((least, one) => ((load.get(one) ?? 0) < (load.get(least) ?? 0) ? one : least));
}

/** What of a transfer goes back: what is with who got it, or with the leaver already. The rest has moved on since. */
export function sortBack(
  passed: readonly Passed[],
  ownerNow: ReadonlyMap<string, string | null>,
  leaver: string,
): { back: Passed[]; movedOn: Passed[] } {
  const isBack = ({ id, to }: Passed) => ownerNow.get(id) === to || ownerNow.get(id) === leaver;
  return { back: passed.filter(isBack), movedOn: passed.filter((one) => !isBack(one)) };
}

/** So many of each kind, for a sentence or a table. */
export function countedByObject(passed: readonly Pick<Owned, 'object'>[]): Record<OwnedObject, number> {
  const counts = { reservation: 0, contract: 0, unitHold: 0, queueTicket: 0, mortgageCase: 0 };
  for (const { object } of passed) counts[object] += 1;
  return counts;
}
