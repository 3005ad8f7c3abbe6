/** The walk of handover batches and appointments; see walk-cases.ts. */
import { randomUUID } from 'node:crypto';
import { arriveHandover, missHandover } from '#commands/handover/arrive-handover.ts';
import { bookHandover, unbookHandover } from '#commands/handover/book-handover.ts';
import { deemDelivered } from '#commands/handover/deem-delivered.ts';
import { deferHandoverDues } from '#commands/handover/defer-handover-dues.ts';
import { closeHandoverBatch } from '#commands/handover/open-handover-batch.ts';
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { plainDate } from '#domain/shared/plain-date.ts';
import { batchTerms, startsOf } from './appointment-site.ts';
import { daysAgo } from './ledger-site.ts';
import type { Make, WalkCase, World } from './walk-world.ts';

const TERMS = batchTerms({ capacity: 50 });
const LONG_AGO = new Date(Date.now() - 40 * 86_400_000).toISOString();

/** Others count keys in this building, so every home in it is asked for some. */
export async function keysOf(world: World, contractId: string): Promise<string | null> {
  const { contracts } = await world.desk.store.read({
    contracts: { object: 'contract', filter: { id: contractId } },
  });
  const unitId = contracts[0]?.unitId ?? null;
  await world.make('keySet', {
    unitId,
    kind: 'DOOR_KEYS',
    count: 2,
    state: 'IN_STORE',
    setKey: randomUUID(),
  });
  return unitId;
}

async function appointment(world: World, batch: object = {}, handover: object = {}) {
  const { projectId, buildingId } = world.site;
  const batchId = await world.make('handoverBatch', {
    ...{ ...TERMS, projectId, buildingId, state: 'OPEN' },
    ...batch,
  });
  const contractId = await world.contract();
  const unitId = await keysOf(world, contractId);
  const row = { batchId, contractId, unitId, notifiedAt: LONG_AGO, bookings: 0, noShows: 0, linkVersion: 1 };
  return { id: await world.make('handover', { ...row, ...handover }), contractId };
}

const ofAppointment =
  (rest: Record<string, unknown> = {}, batch: object = {}, handover: object = {}): Make =>
  async (world) => {
    const { id } = await appointment(world, batch, handover);
    return { id, input: { handoverId: id, ...rest } };
  };

const NOT_ALLOWED = { object: 'handover', refusedWith: 'STATE_NOT_ALLOWED' } as const;
const HERE = 'while somebody is there it adds the identity: handover-appointments.test.ts';
const OVER = {
  opensOn: plainDate(daysAgo(20)),
  closesOn: plainDate(daysAgo(10)),
  deemedOn: plainDate(daysAgo(5)),
};

export const HANDOVER_WALK: readonly WalkCase[] = [
  {
    command: closeHandoverBatch,
    object: 'handoverBatch',
    refusedWith: 'HANDOVER_BATCH_NOT_OPEN',
    make: async (world) => {
      const { projectId, buildingId } = world.site;
      const id = await world.make('handoverBatch', { ...TERMS, projectId, buildingId });
      return { id, input: { handoverBatchId: id } };
    },
  },
  {
    ...NOT_ALLOWED,
    command: bookHandover,
    apart: { BOOKED: 'moving an appointment leaves the state: handover-appointments.test.ts' },
    make: ofAppointment({ slotAt: startsOf(TERMS)[0] }),
  },
  { ...NOT_ALLOWED, command: unbookHandover, make: ofAppointment() },
  {
    ...NOT_ALLOWED,
    command: arriveHandover,
    apart: { ARRIVED: HERE, INSPECTING: HERE, SNAGS_OPEN: HERE, ACCEPTED: HERE },
    make: ofAppointment({ cameAs: 'BUYER', identityChecked: true }),
  },
  { ...NOT_ALLOWED, command: missHandover, make: ofAppointment({}, OVER, { slotEndsAt: LONG_AGO }) },
  { ...NOT_ALLOWED, command: deemDelivered, make: ofAppointment({}, OVER) },
  {
    command: deferHandoverDues,
    object: 'contract',
    from: LIVE_CONTRACT_STATES,
    refusedWith: 'CONTRACT_NOT_LIVE',
    make: async (world) => {
      const { contractId } = await appointment(world);
      const terms = { amount: '1.00', until: daysAgo(-30), reason: 'The bank pays next week' };
      return { id: contractId, input: { contractId, ...terms } };
    },
  },
];
