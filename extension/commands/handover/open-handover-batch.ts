/**
 * A handover batch (C4): one wave of invitations, and the end of its bookings.
 *
 * Changes: a batch; a handover, NOTIFIED, for each live contract of the chosen homes that has none, or has one of no
 * batch. Guard: one handover a contract, by its unique key: of two batches opened at once a buyer is invited by one.
 * After a crash: the batch is a draft, in which nobody can book, and some buyers are invited; the same request
 * again invites the others and opens it.
 */
import * as z from 'zod/mini';
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import {
  HANDOVER_BATCH_TRANSITIONS,
  type SlotPlan,
  slotPlanProblem,
  slotsOf,
} from '#domain/handover/index.ts';
import { dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import { CALENDAR_QUERY, calendarOf } from '../ledger/plan-records.ts';
import type { Command, Run } from '../system/command.ts';
import { date, recordId, requestId, requiredText, text } from '../system/input.ts';
import { asItIs } from './appointment-of-contract.ts';

const MOST_UNITS = 2_000;
const AT_ONCE = 200;
/** Another batch of the building may be inviting at the same moment. */
const MOST_TRIES = 5;

const whole = z.int('must be a whole number');

const schema = z.object({
  requestId,
  buildingId: recordId,
  name: z.optional(requiredText),
  opensOn: date,
  closesOn: date,
  dayFrom: z.string(),
  dayTo: z.string(),
  slotMinutes: whole,
  capacity: whole,
  place: z.optional(text),
  /** Who has not come by then is deemed to have taken the home; see deem-delivered. */
  deemedOn: z.optional(date),
  /** Only homes on these floors, or just these; without either all of the building. */
  floors: z.optional(z.array(whole).check(z.maxLength(300, 'are too many'))),
  unitIds: z.optional(z.array(recordId).check(z.maxLength(MOST_UNITS, 'are too many'))),
  remark: z.optional(text),
});

type Input = z.infer<typeof schema>;
type Contract = Loaded<'contract', { unit: true }>;
type Snapshot = {
  building: Loaded<'building', { project: true }>;
  contracts: Contract[];
  handovers: RecordOf<'handover'>[];
  calendarDays: RecordOf<'calendarDay'>[];
  batches: RecordOf<'handoverBatch'>[];
};
type Plan = { slots: SlotPlan; invite: Contract[]; number: number };
type Answer = { handoverBatchId: string; batch: string; invited: number; seats: number };

export const openHandoverBatch: Command<Input, Snapshot, Plan, Answer> = {
  name: 'open-handover-batch',
  room: 'handover',
  title: 'Open handover batch',
  right: 'handOver',
  schema,
  subject: ({ buildingId }) => ({ kind: 'building', id: buildingId }),

  async load({ store }, { buildingId }) {
    const { buildings, contracts, handovers, batches, calendarDays } = await store.read({
      buildings: { object: 'building', filter: { id: buildingId }, with: { project: true } },
      contracts: {
        object: 'contract',
        filter: { unit: { buildingId }, state: { in: LIVE_CONTRACT_STATES } },
        with: { unit: true },
      },
      handovers: { object: 'handover', filter: { unit: { buildingId } } },
      batches: { object: 'handoverBatch', filter: { buildingId } },
      ...CALENDAR_QUERY,
    });
    const [building] = buildings;
    if (building === undefined) return refuse({ code: 'NOT_FOUND', what: 'building', id: buildingId });
    return { plan: { building, contracts, handovers, calendarDays, batches } };
  },

  decide(run, input, { building, contracts, handovers, calendarDays, batches }): Decision<Plan> {
    const timeZone = building.project?.timeZone || 'UTC';
    const slots = { ...input, timeZone, calendar: calendarOf(building.project, calendarDays) };
    const today = dateIn(run.now, timeZone);
    const problem = slotPlanProblem(slots) ?? dayProblem(input, today);
    if (problem !== null) return refuse({ code: 'INVALID_INPUT', ...problem });
    const invited = new Set(
      handovers
        .filter((one) => one.batchId !== run.idFor('batch') && !isToInvite(one))
        .map(({ contractId }) => contractId),
    );
    const invite = contracts
      .filter(({ id, unit }) => unit !== null && isChosen(unit, input) && !invited.has(id))
      .sort((a, b) => ((a.unit?.name ?? '') < (b.unit?.name ?? '') ? -1 : 1));
    const isBegun = batches.some(({ id }) => id === run.idFor('batch'));
    if (invite.length === 0 && !isBegun)
      return refuse({ code: 'HANDOVER_BATCH_EMPTY', building: building.name });
    const seats = slotsOf(slots).length * input.capacity;
    if (seats < invite.length && !isBegun)
      return refuse({ code: 'SEATS_TOO_FEW', seats, buyers: invite.length });
    const number = batches.filter(({ id }) => id !== run.idFor('batch')).length + 1;
    return { plan: { slots, invite, number } };
  },

  async apply(run, input, { building, handovers }, { slots, invite, number }) {
    const id = run.idFor('batch');
    const { opensOn, closesOn, dayFrom, dayTo, slotMinutes, capacity } = input;
    const row = {
      id,
      name: input.name ?? `${building.name} · ${number}`,
      projectId: building.projectId,
      buildingId: building.id,
      state: 'DRAFT' as const,
      ...{ opensOn, closesOn, dayFrom, dayTo, slotMinutes, capacity },
      place: input.place ?? '',
      deemedOn: input.deemedOn ?? null,
      notifiedAt: null,
      invited: 0,
      remark: input.remark ?? '',
      seal: null,
    };
    await run.store.write([{ create: 'handoverBatch', row }]);
    for (let at = 0; at < invite.length; at += AT_ONCE)
      await inviteSome(run, row.name, id, invite.slice(at, at + AT_ONCE));
    await inviteAgain(run, row.name, id, invite, handovers);
    const { batches, all } = await run.store.read({
      batches: { object: 'handoverBatch', filter: { id } },
      all: { object: 'handover', filter: { batchId: id } },
    });
    const [batch] = batches;
    if (batch === undefined) throw new Error(`The batch ${id} is gone`);
    if (batch.state === 'DRAFT')
      await run.store.write([
        {
          change: 'handoverBatch',
          record: batch,
          to: { state: 'OPEN', notifiedAt: run.now.toISOString(), invited: all.length },
        },
      ]);
    const seats = slotsOf(slots).length * capacity;
    const answer = { handoverBatchId: id, batch: row.name, invited: all.length, seats };
    const message = `${row.name} is open: ${all.length} buyers are invited to ${seats} places from ${opensOn} to ${closesOn}.`;
    return { plan: { answer, message, after: answer } };
  },
};

function dayProblem({ closesOn, deemedOn }: Input, today: PlainDate) {
  if (closesOn < today) return { field: 'closesOn', problem: `lies before today, ${today}` };
  if (deemedOn !== undefined && deemedOn < closesOn)
    return { field: 'deemedOn', problem: `is before the last day, ${closesOn}` };
  return null;
}

/** Gone over to a home of this building from another one, whose batch was not this one's; see given-up.ts. */
function isToInvite({ batchId, state }: RecordOf<'handover'>): boolean {
  return batchId === null && state === 'NOTIFIED';
}

function isChosen({ id, floor }: RecordOf<'unit'>, { floors, unitIds }: Input): boolean {
  if (unitIds !== undefined) return unitIds.includes(id);
  return floors === undefined || (floor !== null && floors.includes(floor));
}

/** All of these, or, where another batch has invited one of them meanwhile, the others. */
async function inviteSome(run: Run, batch: string, batchId: string, contracts: readonly Contract[]) {
  let rest = contracts;
  for (let tries = 0; rest.length > 0; tries++) {
    const rows = rest.map(({ id, unitId, unit }) => ({
      id: run.idFor(`handover ${id}`),
      name: `${unit?.name ?? ''} · ${batch}`,
      contractId: id,
      unitId,
      state: 'NOTIFIED' as const,
      batchId,
      notifiedAt: run.now.toISOString(),
      bookings: 0,
      noShows: 0,
      linkVersion: 1,
      seal: null,
    }));
    const { won } = await run.store.claim('handover', rows);
    if (won) return;
    if (tries === MOST_TRIES) throw new Error(`${batch} meets other batches; the same request again goes on`);
    const { there } = await run.store.read({
      there: { object: 'handover', filter: { contractId: { in: rest.map(({ id }) => id) } } },
    });
    const known = new Set(there.map(({ contractId }) => contractId));
    rest = rest.filter(({ id }) => !known.has(id));
  }
}

/** Those who have an appointment of no batch. Another batch may be faster: then it is of that one. */
async function inviteAgain(
  run: Run,
  batch: string,
  batchId: string,
  contracts: readonly Contract[],
  handovers: readonly RecordOf<'handover'>[],
) {
  const unitOf = new Map(contracts.map(({ id, unit }) => [id, unit?.name ?? '']));
  for (const handover of handovers.filter(isToInvite)) {
    const unit = unitOf.get(handover.contractId ?? '');
    if (unit === undefined) continue;
    const to = { name: `${unit} · ${batch}`, batchId, notifiedAt: run.now.toISOString() };
    await run.store.changeWhere('handover', asItIs(handover), {
      ...sealedFields('handover', handover),
      ...to,
    });
  }
}

const closeSchema = z.object({ requestId, handoverBatchId: recordId });

type CloseInput = z.infer<typeof closeSchema>;

export const closeHandoverBatch: Command<
  CloseInput,
  RecordOf<'handoverBatch'>,
  { isDone: boolean },
  { handoverBatchId: string; batch: string }
> = {
  name: 'close-handover-batch',
  room: 'handover',
  title: 'Close handover batch',
  right: 'handOver',
  schema: closeSchema,
  subject: ({ handoverBatchId }) => ({ kind: 'handoverBatch', id: handoverBatchId }),

  async load({ store }, { handoverBatchId: id }) {
    const { found } = await store.read({ found: { object: 'handoverBatch', filter: { id } } });
    const [batch] = found;
    return batch === undefined ? refuse({ code: 'NOT_FOUND', what: 'handover batch', id }) : { plan: batch };
  },

  decide(run, _input, { name, state }) {
    const isDone = run.isResumed && state === 'CLOSED';
    return isDone || canGo(HANDOVER_BATCH_TRANSITIONS, state, 'CLOSED')
      ? { plan: { isDone } }
      : refuse({ code: 'HANDOVER_BATCH_NOT_OPEN', batch: name, state });
  },

  async apply(run, _input, batch, { isDone }) {
    const { id, name, state } = batch;
    const to = { ...sealedFields('handoverBatch', batch), state: 'CLOSED' as const };
    const changed = isDone ? [id] : await run.store.changeWhere('handoverBatch', { id, state }, to);
    if (changed.length === 0) return refuse({ code: 'BUSY', what: name });
    const answer = { handoverBatchId: id, batch: name };
    return { plan: { answer, message: `${name} is closed: nobody books in it any more.`, after: answer } };
  },
};
