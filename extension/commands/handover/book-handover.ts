/**
 * An appointment is booked, moved or given up (C4): by staff, or by the buyer over a signed link.
 *
 * Changes: the handover: state, time and place in the slot. Guard: the unique key of the place: it is tried place
 * by place, so of two who want the last one exactly one gets it; and the number of bookings, so that two who
 * move the same appointment do not both think they did. Moving it is one update: the old place is free with it.
 * After a crash: the appointment stands, and only those who listen to changes have not heard; the same request
 * again tells them. It knows by what it had found whether somebody has changed the appointment since, and then
 * leaves it where that one put it.
 */
import * as z from 'zod/mini';
import {
  freeSeats,
  freeSlots,
  HANDOVER_TRANSITIONS,
  nearestTo,
  type Slot,
  type SlotPlan,
  slotKey,
  slotsOf,
} from '#domain/handover/index.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import { wallTime } from '#domain/shared/wall-time.ts';
import { sealedFields } from '#port/seal.ts';
import { DuplicateKey } from '#port/store.ts';
import type { Command, Run } from '../system/command.ts';
import { instant, recordId, requestId, text } from '../system/input.ts';
import {
  type Appointment,
  type AppointmentSnapshot,
  loadAppointment,
  notLiveAt,
  readTaken,
  slotPlanOf,
  todayAt,
  zoneOf,
} from './appointment-of.ts';
import { asItIs } from './appointment-of-contract.ts';

/** How many other times a refusal names. */
const MOST_NEAR = 5;

const schema = z.object({
  requestId,
  handoverId: recordId,
  /** The begin of the slot. */
  slotAt: instant,
  bookedBy: z.optional(text),
  /** Who comes in the buyer's place. */
  proxyName: z.optional(text),
  /** Over the link only until the day before. */
  byLink: z.optional(z.boolean()),
});

type Input = z.infer<typeof schema>;
type Taken = Awaited<ReturnType<typeof readTaken>>;
type Snapshot = AppointmentSnapshot & { slots: SlotPlan | null; taken: Taken };
type Plan = { slot: Slot; slots: SlotPlan; seats: number[]; isDone: boolean };
type Answer = { handoverId: string; slotAt: string; slot: string; state: string };

export const bookHandover: Command<Input, Snapshot, Plan, Answer> = {
  name: 'book-handover',
  room: 'handover',
  title: 'Book handover',
  right: 'handOver',
  schema,
  subject: ({ handoverId }) => ({ kind: 'handover', id: handoverId }),

  async load({ store }, { handoverId }) {
    const loaded = await loadAppointment(store, handoverId);
    if (isRefused(loaded)) return loaded;
    const { handover, calendarDays } = loaded.plan;
    const slots = slotPlanOf(handover.batch, handover.contract?.unit?.project ?? null, calendarDays);
    const taken: Taken = handover.batch === null ? new Map() : await readTaken(store, handover.batch.id);
    return { plan: { handover, calendarDays, slots, taken } };
  },

  expects: foundIn,

  decide(run, input, { handover, slots, taken }): Decision<Plan> {
    const { batch, state } = handover;
    const dead = notLiveAt(handover);
    if (dead !== null) return refuse(dead);
    if (state !== 'BOOKED' && !canGo(HANDOVER_TRANSITIONS, state, 'BOOKED'))
      return refuse({ code: 'STATE_NOT_ALLOWED', what: handover.name, from: state, to: 'BOOKED' });
    if (batch === null || slots === null)
      return refuse({ code: 'NOT_FOUND', what: 'handover batch', id: handover.batchId ?? '' });
    const asked = new Date(input.slotAt).toISOString();
    const slot = slotsOf(slots).find(({ startsAt }) => startsAt === asked);
    const isOwn = state === 'BOOKED' && slot !== undefined && isAt(handover, asked);
    if (isOwn) return { plan: { slot, slots, seats: [], isDone: true } };
    // Booked by an earlier run of this request and moved since, or moved before it came to it.
    if (isChangedSince(run, handover)) return refuse({ code: 'BUSY', what: handover.name });
    if (batch.state !== 'OPEN')
      return refuse({ code: 'HANDOVER_BATCH_NOT_OPEN', batch: batch.name, state: batch.state });
    const shown = wallTime(new Date(asked), slots.timeZone);
    if (slot === undefined || Date.parse(asked) <= run.now.getTime())
      return refuse({ code: 'SLOT_NOT_OFFERED', slot: shown, batch: batch.name });
    const late = input.byLink === true ? tooLate(handover, slot.day, run.now) : null;
    if (late !== null) return refuse(late);
    const seats = freeSeats(asked, slots.capacity, taken);
    return seats.length === 0
      ? refuse(slotTaken(slot, slots, taken, run.now))
      : { plan: { slot, slots, seats, isDone: false } };
  },

  async apply(run, input, { handover }, { slot, slots, seats, isDone }) {
    const lost = isDone ? null : await takeSeat(run, handover, slot, slots, seats);
    if (lost !== null) return refuse(lost);
    const bookedBy = input.bookedBy || handover.contract?.buyer?.name || run.actor.name;
    const proxyName = input.proxyName ?? handover.proxyName;
    const { startsAt, endsAt } = slot;
    const now = { ...handover, state: 'BOOKED' as const, slotAt: startsAt, slotEndsAt: endsAt };
    // A plain update: a guarded one is heard by nobody.
    await run.store.write([{ change: 'handover', record: now, to: { bookedBy, proxyName } }]);
    const shown = wallTime(new Date(startsAt), slots.timeZone);
    const answer = { handoverId: handover.id, slotAt: startsAt, slot: shown, state: 'BOOKED' };
    const before = { state: handover.state, slotAt: handover.slotAt };
    const message = `${handover.name}: the appointment is on ${shown}.`;
    return { plan: { answer, message, before, after: answer } };
  },
};

/** Place by place; null when one is taken. */
async function takeSeat(
  run: Run,
  handover: Appointment,
  slot: Slot,
  slots: SlotPlan,
  seats: readonly number[],
): Promise<Refusal | null> {
  const { bookings } = handover;
  const batchId = handover.batchId ?? '';
  for (const seat of seats) {
    const to = {
      ...sealedFields('handover', handover),
      state: 'BOOKED' as const,
      slotAt: slot.startsAt,
      slotEndsAt: slot.endsAt,
      slotKey: slotKey(batchId, slot.startsAt, seat),
      bookings: (bookings ?? 0) + 1,
    };
    try {
      const changed = await run.store.changeWhere('handover', asItIs(handover), to);
      return changed.length === 0 ? { code: 'BUSY', what: handover.name } : null;
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
    }
  }
  return slotTaken(slot, slots, await readTaken(run.store, batchId), run.now);
}

function slotTaken({ startsAt }: Slot, slots: SlotPlan, taken: Taken, now: Date): Refusal {
  const others = freeSlots(slots, taken, now).filter((one) => one.startsAt !== startsAt);
  const free = nearestTo(others, startsAt, MOST_NEAR).map(({ day, time }) => `${day} ${time}`);
  return { code: 'SLOT_TAKEN', slot: wallTime(new Date(startsAt), slots.timeZone), free };
}

function isAt({ slotAt }: Appointment, asked: string): boolean {
  return slotAt !== null && new Date(slotAt).toISOString() === asked;
}

/** Every booking is counted, and giving up leaves the state. */
function foundIn({ handover: { state, bookings } }: AppointmentSnapshot) {
  return { state, bookings };
}

function isChangedSince({ expected }: Run, { state, bookings }: Appointment): boolean {
  return expected != null && (expected.state !== state || expected.bookings !== bookings);
}

/** Over the link neither an appointment of today nor one for today is changed. */
function tooLate(handover: Appointment, day: string | null, now: Date): Refusal | null {
  const today = todayAt(handover, now);
  const { state, slotAt } = handover;
  const own = state === 'BOOKED' && slotAt !== null ? dateIn(new Date(slotAt), zoneOf(handover)) : null;
  const late = [own, day].find((one) => one !== null && one <= today);
  return late == null ? null : { code: 'BOOKING_TOO_LATE', day: late };
}

const unbookSchema = z.object({ requestId, handoverId: recordId, byLink: z.optional(z.boolean()) });

type UnbookInput = z.infer<typeof unbookSchema>;

export const unbookHandover: Command<
  UnbookInput,
  AppointmentSnapshot,
  { isDone: boolean },
  { handoverId: string; state: string }
> = {
  name: 'unbook-handover',
  room: 'handover',
  title: 'Give up appointment',
  right: 'handOver',
  schema: unbookSchema,
  subject: ({ handoverId }) => ({ kind: 'handover', id: handoverId }),
  load: ({ store }, { handoverId }) => loadAppointment(store, handoverId),
  expects: foundIn,

  decide(run, input, { handover }) {
    const { name, state } = handover;
    const isDone = run.isResumed && state === 'NOTIFIED';
    // Given up and booked anew by somebody since: that booking is not this request's.
    if (!isDone && isChangedSince(run, handover)) return refuse({ code: 'BUSY', what: name });
    if (!isDone && state !== 'BOOKED')
      return refuse({ code: 'STATE_NOT_ALLOWED', what: name, from: state, to: 'NOTIFIED' });
    const late = input.byLink === true ? tooLate(handover, null, run.now) : null;
    return late === null ? { plan: { isDone } } : refuse(late);
  },

  async apply(run, _input, { handover }, { isDone }) {
    const { id, name } = handover;
    const free = { state: 'NOTIFIED' as const, slotAt: null, slotEndsAt: null, slotKey: '' };
    const to = { ...sealedFields('handover', handover), ...free };
    const changed = isDone ? [id] : await run.store.changeWhere('handover', asItIs(handover), to);
    if (changed.length === 0) return refuse({ code: 'BUSY', what: name });
    await run.store.write([{ change: 'handover', record: { ...handover, ...free }, to: { bookedBy: '' } }]);
    const answer = { handoverId: id, state: 'NOTIFIED' };
    return { plan: { answer, message: `${name}: the appointment is given up.`, after: answer } };
  },
};
