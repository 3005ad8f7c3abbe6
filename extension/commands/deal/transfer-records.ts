/**
 * A leaver's open work (A052): what it is, and how its owner is written.
 *
 * Changes: owners of reservations, contracts, tickets and loans as they are; of a hold only while it is what was
 * read. Guard: the transfer's key, held by the command. After a crash: see transfer-deals.ts.
 */
import {
  LIVE_CONTRACT_STATES,
  type Owned,
  type OwnedObject,
  type Passed,
  type ReservationState,
  type TicketState,
} from '#domain/deal/index.ts';
import type { MortgageState } from '#domain/ledger/index.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Store } from '#port/store.ts';
import { at } from './unit-lock.ts';

/** The most that one transfer passes on; a leaver with more has the rest passed by a second one. */
export const MOST_RECORDS = 2_000;

const OPEN_RESERVATIONS: ReservationState[] = ['DRAFT', 'PENDING_APPROVAL', 'ACTIVE'];
const OPEN_TICKETS: TicketState[] = ['DRAFT', 'ACTIVE', 'CALLED', 'SELECTED', 'MISSED'];
const OPEN_MORTGAGES: MortgageState[] = [
  'NOT_STARTED',
  'COLLECTING',
  'SUBMITTED',
  'SUPPLEMENT',
  'APPROVED',
  'SIGNED',
  'PRE_REGISTERED',
  'REJECTED',
];

/** One request for all kinds: what the member answers for now, and who each customer is. */
export async function openWorkOf(store: Pick<Store, 'read'>, memberId: string): Promise<Owned[]> {
  const found = await store.read({
    reservations: {
      object: 'reservation',
      filter: { salespersonId: memberId, state: { in: OPEN_RESERVATIONS } },
      limit: MOST_RECORDS,
    },
    // With its keys handed over a contract still has a customer who calls.
    contracts: {
      object: 'contract',
      filter: { salespersonId: memberId, state: { in: [...LIVE_CONTRACT_STATES, 'CANCEL_PENDING'] } },
      limit: MOST_RECORDS,
    },
    holds: {
      object: 'unitHold',
      filter: { salespersonId: memberId, state: 'ACTIVE' },
      limit: MOST_RECORDS,
    },
    tickets: {
      object: 'queueTicket',
      filter: { salespersonId: memberId, state: { in: OPEN_TICKETS } },
      limit: MOST_RECORDS,
    },
    cases: {
      object: 'mortgageCase',
      filter: { ownerId: memberId, state: { in: OPEN_MORTGAGES } },
      with: { contract: true },
      limit: MOST_RECORDS,
    },
  });
  const customer = (one: { buyerId: string | null; companyId?: string | null }) =>
    one.buyerId ?? one.companyId ?? null;
  return [
    ...found.reservations.map((one) => owned('reservation', one.id, customer(one))),
    ...found.contracts.map((one) => owned('contract', one.id, customer(one))),
    ...found.holds.map((one) => owned('unitHold', one.id, customer(one))),
    ...found.tickets.map((one) => owned('queueTicket', one.id, customer(one))),
    ...found.cases.map((one) => owned('mortgageCase', one.id, one.contract ? customer(one.contract) : null)),
  ];
}

function owned(object: OwnedObject, id: string, customer: string | null): Owned {
  return { object, id, customer };
}

/** The records themselves, in one request. */
function recordsOf(store: Pick<Store, 'read'>, passed: readonly Pick<Passed, 'object' | 'id'>[]) {
  const ids = (object: OwnedObject) => passed.filter((one) => one.object === object).map(({ id }) => id);
  return store.read({
    reservations: { object: 'reservation', filter: { id: { in: ids('reservation') } } },
    contracts: { object: 'contract', filter: { id: { in: ids('contract') } } },
    holds: { object: 'unitHold', filter: { id: { in: ids('unitHold') } } },
    tickets: { object: 'queueTicket', filter: { id: { in: ids('queueTicket') } } },
    cases: { object: 'mortgageCase', filter: { id: { in: ids('mortgageCase') } } },
  });
}

/** Who answers for these records at this moment. */
export async function ownersNow(
  store: Pick<Store, 'read'>,
  passed: readonly Passed[],
): Promise<Map<string, string | null>> {
  const { reservations, contracts, holds, tickets, cases } = await recordsOf(store, passed);
  const sold = [...reservations, ...contracts, ...holds, ...tickets];
  return new Map([
    ...sold.map((one): [string, string | null] => [one.id, one.salespersonId]),
    ...cases.map((one): [string, string | null] => [one.id, one.ownerId]),
  ]);
}

/** Who answers for it until this moment, and who from now on. */
export type Passing = Pick<Passed, 'object' | 'id' | 'to'> & { from: string };

/**
 * Writes the new owners, 200 records a request. A record that already has its new owner is written again: run
 * twice, it comes out the same. Who sold a contract is kept the first time that it passes on.
 */
export async function passOn(store: Store, passing: readonly Passing[]): Promise<void> {
  const { reservations, contracts, holds, tickets, cases } = await recordsOf(store, passing);
  const way = new Map(passing.map((one) => [one.id, one]));
  const to = (id: string) => way.get(id)?.to ?? null;
  await store.write([
    {
      changeMany: 'reservation',
      changes: reservations.map((record) => ({ record, to: { salespersonId: to(record.id) } })),
    },
    {
      changeMany: 'contract',
      changes: contracts.map((record) => ({
        record,
        to: { salespersonId: to(record.id), soldById: record.soldById ?? way.get(record.id)?.from ?? null },
      })),
    },
    {
      changeMany: 'queueTicket',
      changes: tickets.map((record) => ({ record, to: { salespersonId: to(record.id) } })),
    },
    {
      changeMany: 'mortgageCase',
      changes: cases.map((record) => ({ record, to: { ownerId: to(record.id) } })),
    },
  ]);
  for (const hold of holds) await giveHold(store, hold, to(hold.id));
}

/**
 * Only while the hold is what was read, because its owner is sealed with the rest: one that ends or is extended
 * meanwhile is found by the next round, if it still stands. Its place (`slotKey`) stays with who took it, so
 * that nobody's limit is used up by somebody else's holds.
 */
async function giveHold(store: Store, hold: RecordOf<'unitHold'>, to: string | null): Promise<void> {
  if (hold.salespersonId === to) return;
  const { id, state, expiresAt } = hold;
  const changed = { ...sealedFields('unitHold', hold), salespersonId: to };
  await store.changeWhere('unitHold', { id, state, expiresAt: at(expiresAt) }, changed);
}
