/**
 * The buyer is there, or did not come (C4).
 *
 * Changes: the handover: who came, who checked the identity, or one more no-show and the place in the slot free.
 * Guard: it is changed only while it is as it was decided on. After a crash: nothing is half done; the same request
 * again answers, and changes nothing that somebody else has recorded since.
 */
import * as z from 'zod/mini';
import { HANDOVER_TRANSITIONS, type HandoverState, HERE_STATES } from '#domain/handover/index.ts';
import { addDays } from '#domain/shared/plain-date.ts';
import { type Refusal, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import { instantAt } from '#domain/shared/wall-time.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command } from '../system/command.ts';
import { recordId, requestId, text } from '../system/input.ts';
import {
  type Appointment,
  type AppointmentSnapshot,
  loadAppointment,
  notLiveAt,
  zoneOf,
} from './appointment-of.ts';
import { asItIs } from './appointment-of-contract.ts';

const arriveSchema = z.object({
  requestId,
  handoverId: recordId,
  cameAs: z.enum(['BUYER', 'PROXY'], 'must be BUYER or PROXY'),
  /** Needed of a proxy. */
  proxyName: z.optional(text),
  /** Says that papers were looked at: of the buyer, or of the proxy with the power of attorney. */
  identityChecked: z.boolean(),
});
const missSchema = z.object({ requestId, handoverId: recordId });

type ArriveInput = z.infer<typeof arriveSchema>;
type MissInput = z.infer<typeof missSchema>;
type Answer = { handoverId: string; state: string };

/** Given once more while somebody is there, it adds the identity and leaves the state. */
export const arriveHandover: Command<ArriveInput, AppointmentSnapshot, { state: HandoverState }, Answer> = {
  name: 'arrive-handover',
  room: 'handover',
  title: 'Record arrival',
  right: 'handOver',
  schema: arriveSchema,
  subject: ({ handoverId }) => ({ kind: 'handover', id: handoverId }),
  load: ({ store }, { handoverId }) => loadAppointment(store, handoverId),

  expects: ({ handover: { state, cameAs, identityChecked } }) => ({ state, cameAs, identityChecked }),

  decide(run, input, { handover }) {
    const { name, state } = handover;
    const dead = notLiveAt(handover);
    if (dead !== null) return refuse(dead);
    const isHere = HERE_STATES.includes(state);
    const isOurs = isHere && isSaid(handover, input.cameAs, input.identityChecked);
    if (run.expected != null && !isOurs && !isAsFound(run.expected, handover))
      return refuse({ code: 'BUSY', what: name });
    if (!isHere && !canGo(HANDOVER_TRANSITIONS, state, 'ARRIVED'))
      return refuse({ code: 'STATE_NOT_ALLOWED', what: name, from: state, to: 'ARRIVED' });
    const proxy = input.proxyName ?? handover.proxyName;
    if (input.cameAs === 'PROXY' && proxy.trim() === '')
      return refuse({ code: 'INVALID_INPUT', field: 'proxyName', problem: 'is needed when a proxy comes' });
    return { plan: { state: isHere ? state : 'ARRIVED' } };
  },

  async apply(run, input, { handover }, { state }) {
    const { id, name } = handover;
    const came = {
      state,
      arrivedAt: handover.arrivedAt ?? run.now.toISOString(),
      cameAs: input.cameAs,
      identityChecked: input.identityChecked,
      identityCheckedBy: input.identityChecked ? run.actor.name : '',
    };
    const proxyName = input.cameAs === 'PROXY' ? (input.proxyName ?? handover.proxyName) : '';
    const to = { ...sealedFields('handover', handover), ...came, proxyName };
    const changed = await run.store.changeWhere('handover', asItIs(handover), to);
    if (changed.length === 0) return refuse({ code: 'BUSY', what: name });
    const answer = { handoverId: id, state };
    const who = input.cameAs === 'PROXY' ? `${proxyName} is there as a proxy` : 'the buyer is there';
    const checked = input.identityChecked ? '' : ' The identity is still to be checked.';
    return {
      plan: {
        answer,
        message: `${name}: ${who}.${checked}`,
        before: { state: handover.state },
        after: answer,
      },
    };
  },
};

function isSaid({ cameAs, identityChecked }: Appointment, as: string, isChecked: boolean): boolean {
  return cameAs === as && identityChecked === isChecked;
}

function isAsFound(found: Readonly<Record<string, unknown>>, { state, ...now }: Appointment): boolean {
  return (
    found.state === state && found.cameAs === now.cameAs && found.identityChecked === now.identityChecked
  );
}

export const missHandover: Command<
  MissInput,
  AppointmentSnapshot,
  { isDone: boolean },
  Answer & { noShows: number }
> = {
  name: 'miss-handover',
  room: 'handover',
  title: 'Record no-show',
  right: 'handOver',
  schema: missSchema,
  subject: ({ handoverId }) => ({ kind: 'handover', id: handoverId }),
  load: ({ store }, { handoverId }) => loadAppointment(store, handoverId),

  expects: ({ handover: { state, bookings } }) => ({ state, bookings }),

  decide(run, _input, { handover }) {
    const { name, state } = handover;
    if (run.isResumed && state === 'NO_SHOW') return { plan: { isDone: true } };
    // Missed by an earlier run of this request, and booked anew since: that time is another one.
    const { expected } = run;
    if (expected != null && (expected.state !== state || expected.bookings !== handover.bookings))
      return refuse({ code: 'BUSY', what: name });
    if (!canGo(HANDOVER_TRANSITIONS, state, 'NO_SHOW'))
      return refuse({ code: 'STATE_NOT_ALLOWED', what: name, from: state, to: 'NO_SHOW' });
    const waiting = stillToCome(handover, run.now);
    return waiting === null ? { plan: { isDone: false } } : refuse(waiting);
  },

  async apply(run, _input, { handover }, { isDone }) {
    const { id, name, state } = handover;
    const noShows = (handover.noShows ?? 0) + (isDone ? 0 : 1);
    // The time stays on record; the place in the slot is nobody's.
    const missed = { state: 'NO_SHOW' as const, noShows, slotKey: '' };
    const to = { ...sealedFields('handover', handover), ...missed };
    const changed = isDone ? [id] : await run.store.changeWhere('handover', asItIs(handover), to);
    if (changed.length === 0) return refuse({ code: 'BUSY', what: name });
    const answer = { handoverId: id, state: 'NO_SHOW', noShows };
    const message = `${name}: nobody came. It is the no-show no. ${noShows}.`;
    return { plan: { answer, message, before: { state }, after: answer } };
  },
};

/** Who has booked may still come until the end of the slot; who has not, until the end of the batch's last day. */
function stillToCome(handover: Appointment, now: Date): Refusal | null {
  const { name, state, slotEndsAt, batch } = handover;
  const lastDay = batch?.closesOn ?? null;
  const batchEnd = lastDay === null ? null : instantAt(addDays(lastDay, 1), 0, zoneOf(handover));
  const until = state === 'BOOKED' ? slotEndsAt : (batchEnd?.toISOString() ?? null);
  return until === null || Date.parse(until) <= now.getTime()
    ? null
    : { code: 'TIME_NOT_OVER', what: name, until };
}
