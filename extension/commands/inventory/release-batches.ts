/**
 * Opening and closing a release batch, and what belongs to it (A003, A004, D6).
 *
 * Changes: the batch's state and permit, the state of its units; of `assign-units-to-batch` which batch units
 * belong to. Guard: the batch is opened or closed only while it is in the state that was decided on; each unit
 * by a claim of its own. After a crash: the batch is open (closed) and some of its units are not; the same
 * request again, or the repair job, does the rest.
 */
import * as z from 'zod/mini';
import {
  ASSIGNABLE_STATES,
  decideAssign,
  decideCloseBatch,
  decideOpenBatch,
} from '#domain/inventory/index.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { type Decision, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { Fields, Loaded, RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Store } from '#port/store.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId, text } from '../system/input.ts';
import { permitsOf, putOnSale, takeOffSale, type UnitToRelease } from './on-sale.ts';
import { MOST_NAMED } from './price-scheme-records.ts';
import { inBatches, justAt } from './unit-prices.ts';

type Batch = Loaded<'releaseBatch', { project: true }>;
type Snapshot = { batch: Batch; units: UnitToRelease[] };

const openSchema = z.object({ requestId, releaseBatchId: recordId });
const closeSchema = z.object({ requestId, releaseBatchId: recordId, reason: z.optional(text) });

export const openReleaseBatch: Command<
  z.infer<typeof openSchema>,
  Snapshot,
  { release: string[] },
  { releaseBatchId: string; releaseBatch: string; released: number; permitNumber: string }
> = {
  name: 'open-release-batch',
  room: 'inventory',
  title: 'Open release batch',
  right: 'controlSales',
  schema: openSchema,
  subject: ({ releaseBatchId }) => ({ kind: 'releaseBatch', id: releaseBatchId }),
  load: ({ store }, { releaseBatchId }) => loadBatch(store, releaseBatchId),

  decide(run, _input, { batch, units }) {
    if (isOwnWork(run, batch.openedAt))
      return batch.state === 'OPEN' ? { plan: { release: waitingOf(units) } } : turnedSince(batch, 'OPEN');
    const waiting = new Set(waitingOf(units));
    const today = dateIn(run.now, batch.project?.timeZone || 'UTC');
    return decideOpenBatch(batch, units, permitsOf(units.filter(({ id }) => waiting.has(id))), today);
  },

  async apply(run, _input, { batch, units }, { release }) {
    const isOpened = isOwnWork(run, batch.openedAt);
    const permits = isOpened ? batch.permitNumber : permitText(batch, units, release);
    const to = { state: 'OPEN', openedAt: run.now.toISOString(), closedAt: null } as const;
    const lost = isOpened ? null : await turn(run, batch, { ...to, permitNumber: permits });
    if (lost !== null) return refuse(lost);
    const released = await putOnSale(run, release);
    const own = units.filter(({ claimKey, state }) => claimKey === run.requestId && state === 'AVAILABLE');
    const count = released + (isOpened ? own.length : 0);
    const answer = {
      releaseBatchId: batch.id,
      releaseBatch: batch.name,
      released: count,
      permitNumber: permits,
    };
    const message = `${batch.name} is on sale: ${count} units were released.`;
    return { plan: { answer, message, before: { state: batch.state }, after: { state: 'OPEN', count } } };
  },
};

export const closeReleaseBatch: Command<
  z.infer<typeof closeSchema>,
  Snapshot,
  null,
  {
    releaseBatchId: string;
    releaseBatch: string;
    withdrawn: number;
    taken: { unit: string; holder: string }[];
  }
> = {
  name: 'close-release-batch',
  room: 'inventory',
  title: 'Close release batch',
  right: 'controlSales',
  schema: closeSchema,
  subject: ({ releaseBatchId }) => ({ kind: 'releaseBatch', id: releaseBatchId }),
  load: ({ store }, { releaseBatchId }) => loadBatch(store, releaseBatchId),
  decide: (run, _input, { batch }) =>
    isOwnWork(run, batch.closedAt) && batch.state === 'CLOSED' ? { plan: null } : decideCloseBatch(batch),

  async apply(run, _input, { batch, units }) {
    const closedAt = run.now.toISOString();
    const isClosed = isOwnWork(run, batch.closedAt);
    const lost = isClosed ? null : await turn(run, batch, { state: 'CLOSED', closedAt });
    if (lost !== null) return refuse(lost);
    const open = units.filter(
      ({ state, claimKey }) => state === 'AVAILABLE' || (isClosed && claimKey === run.requestId),
    );
    const { withdrawn, taken } = await takeOffSale(run, open);
    const answer = {
      releaseBatchId: batch.id,
      releaseBatch: batch.name,
      withdrawn,
      taken: taken.slice(0, MOST_NAMED),
    };
    const message = `${batch.name} is closed: ${withdrawn} units are under sales control again.`;
    return {
      plan: { answer, message, before: { state: batch.state }, after: { state: 'CLOSED', withdrawn } },
    };
  },
};

async function loadBatch(store: Pick<Store, 'read'>, id: string): Promise<Decision<Snapshot>> {
  const { batches, units } = await store.read({
    batches: { object: 'releaseBatch', filter: { id }, with: { project: true } },
    units: { object: 'unit', filter: { releaseBatchId: id }, with: { project: true, building: true } },
  });
  const [batch] = batches;
  return batch === undefined
    ? refuse({ code: 'NOT_FOUND', what: 'release batch', id })
    : { plan: { batch, units } };
}

function isOwnWork({ isResumed, now }: Run, at: string | null): boolean {
  return isResumed && at === now.toISOString();
}

/** Somebody has closed it since this request opened it: opening it again is for a request of its own. */
function turnedSince({ name, state }: Batch, to: string) {
  return refuse({ code: 'STATE_NOT_ALLOWED', what: name, from: state, to });
}

function waitingOf(units: readonly UnitToRelease[]): string[] {
  return units.filter(({ state }) => state === 'PLANNED' || state === 'CONTROLLED').map(({ id }) => id);
}

/** The permits under which these units go on sale, beside those of an earlier opening. */
function permitText(batch: Batch, units: readonly UnitToRelease[], release: readonly string[]): string {
  const going = new Set(release);
  const numbers = permitsOf(units.filter(({ id }) => going.has(id))).map(({ permitNumber }) => permitNumber);
  const earlier = batch.permitNumber.split(', ');
  return [...new Set([...earlier, ...numbers])].filter((one) => one !== '').join(', ');
}

async function turn(
  { store }: Run,
  batch: RecordOf<'releaseBatch'>,
  to: Partial<Fields<'releaseBatch'>>,
): Promise<Refusal | null> {
  const [observed] = await store.observe('releaseBatch', { id: batch.id }, 1);
  // A batch made by hand has no seal yet: its column may say anything, and it counts as a draft.
  const state = observed?.stored.state ?? batch.state;
  const sealed = { ...sealedFields('releaseBatch', batch), ...to };
  const guard = { id: batch.id, state, openedAt: justAt(observed?.stored.openedAt ?? null) };
  const won = await store.changeWhere('releaseBatch', guard, sealed);
  return won.length === 0 ? { code: 'BUSY', what: batch.name } : null;
}

const MOST_UNITS = 2_000;

const assignSchema = z.object({
  requestId,
  releaseBatchId: recordId,
  unitIds: z
    .array(recordId)
    .check(z.minLength(1, 'must name a unit'), z.maxLength(MOST_UNITS, 'are too many at once')),
});

export const assignUnitsToBatch: Command<
  z.infer<typeof assignSchema>,
  { batch: RecordOf<'releaseBatch'>; units: RecordOf<'unit'>[] },
  { assign: string[] },
  { releaseBatchId: string; releaseBatch: string; assigned: number }
> = {
  name: 'assign-units-to-batch',
  room: 'inventory',
  title: 'Assign units to batch',
  right: 'controlSales',
  schema: assignSchema,
  subject: ({ releaseBatchId }) => ({ kind: 'releaseBatch', id: releaseBatchId }),

  async load({ store }, { releaseBatchId, unitIds }) {
    const { batches, units } = await store.read({
      batches: { object: 'releaseBatch', filter: { id: releaseBatchId } },
      units: { object: 'unit', filter: { id: { in: unitIds } } },
    });
    const [batch] = batches;
    if (batch === undefined) return refuse({ code: 'NOT_FOUND', what: 'release batch', id: releaseBatchId });
    const found = new Set(units.map(({ id }) => id));
    const missing = unitIds.find((id) => !found.has(id));
    return missing === undefined
      ? { plan: { batch, units } }
      : refuse({ code: 'NOT_FOUND', what: 'unit', id: missing });
  },

  decide: (_run, _input, { batch, units }) => decideAssign(batch, units),

  async apply({ store }, _input, { batch }, { assign }) {
    let assigned = 0;
    for (const ids of inBatches(assign)) {
      const guard = { id: { in: ids }, state: { in: ASSIGNABLE_STATES } };
      assigned += (await store.changeWhere('unit', guard, { releaseBatchId: batch.id })).length;
    }
    const answer = { releaseBatchId: batch.id, releaseBatch: batch.name, assigned };
    const message = `${assigned} units belong to ${batch.name}.`;
    return { plan: { answer, message, after: { assigned: assign } } };
  },
};
