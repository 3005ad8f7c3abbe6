/**
 * Answers to an engineering change (A015): recorded one by one, and the change closed, when silence becomes what it
 * was said to mean.
 *
 * Changes: the answer, the counts of the change; closing, the change first and then each answer that is missing.
 * Guard: an answer is changed only while it is as it was decided on, so of an answer and the closing at the same
 * moment one wins. Counts are taken of the stored answers after each write, and again until they are what was
 * written, so of many answers at once the last one leaves them right. After a crash: counts are behind, or some
 * answers of a closed change still PENDING; the same request again finishes.
 */
import * as z from 'zod/mini';
import {
  CHANGE_ANSWERS,
  type ChangeCounts,
  changeCounts,
  decideAnswer,
  decideClosing,
  type GivenAnswer,
  silentConsequence,
} from '#domain/handover/index.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Store } from '#port/store.ts';
import type { Command } from '../system/command.ts';
import { date, recordId, requestId, text } from '../system/input.ts';
import { inTurns } from './in-turns.ts';
import { type ChangeOfProject, todayOfChange } from './send-engineering-change.ts';

const MOST_RECOUNTS = 20;

const answerSchema = z.object({
  requestId,
  changeAnswerId: recordId,
  answer: z.enum(CHANGE_ANSWERS, `must be one of ${CHANGE_ANSWERS.join(', ')}`),
  on: date,
  note: z.optional(text),
  /** What was agreed on; without it what the change offers those who object. */
  consequence: z.optional(text),
});
const closeSchema = z.object({ requestId, engineeringChangeId: recordId });

type AnswerInput = z.infer<typeof answerSchema>;
type AnswerSnapshot = { answer: RecordOf<'changeAnswer'>; change: ChangeOfProject };
type AnswerPlan = { state: GivenAnswer; consequence: string };
type Counted = ChangeCounts & { concerned: number };

export const answerEngineeringChange: Command<
  AnswerInput,
  AnswerSnapshot,
  AnswerPlan,
  { changeAnswerId: string; state: string } & ChangeCounts
> = {
  name: 'answer-engineering-change',
  room: 'handover',
  title: 'Answer engineering change',
  right: 'handOver',
  schema: answerSchema,
  subject: ({ changeAnswerId }) => ({ kind: 'changeAnswer', id: changeAnswerId }),

  async load({ store }, { changeAnswerId: id }) {
    const { answers } = await store.read({ answers: { object: 'changeAnswer', filter: { id } } });
    const [answer] = answers;
    if (answer === undefined) return refuse({ code: 'NOT_FOUND', what: 'answer', id });
    const change = await changeOf(store, answer.engineeringChangeId ?? '');
    return isRefused(change) ? change : { plan: { answer, change: change.plan } };
  },

  decide(run, input, { answer, change }): Decision<AnswerPlan> {
    const today = todayOfChange(change, run.now);
    // Run again, the answer of an earlier run stands already, whatever has become of the change.
    if (run.isResumed && answer.state === input.answer)
      return { plan: { state: input.answer, consequence: answer.consequence } };
    return decideAnswer(change, answer, { ...input, today });
  },

  async apply(run, { on, note }, { answer, change }, { state, consequence }) {
    const { id, name } = answer;
    if (!(run.isResumed && answer.state === state)) {
      const changed = await run.store.changeWhere(
        'changeAnswer',
        { id, state: answer.state },
        {
          ...sealedFields('changeAnswer', answer),
          state,
          answeredOn: on,
          answeredBy: run.actor.name,
          note: note ?? answer.note,
          consequence,
        },
      );
      if (changed.length === 0) return refuse({ code: 'BUSY', what: name });
    }
    const { accepted, objected, silent } = await recount(run.store, change.id);
    const told = { changeAnswerId: id, state, accepted, objected, silent };
    const message = `${name}: ${state}.`;
    return { plan: { answer: told, message, before: { state: answer.state }, after: told } };
  },
};

type CloseSnapshot = { change: ChangeOfProject; pending: RecordOf<'changeAnswer'>[]; answers: number };
type Closed = { engineeringChangeId: string; silenceMeans: string } & Counted;

export const closeEngineeringChange: Command<
  z.infer<typeof closeSchema>,
  CloseSnapshot,
  RecordOf<'changeAnswer'>[],
  Closed
> = {
  name: 'close-engineering-change',
  room: 'handover',
  title: 'Close engineering change',
  right: 'handOver',
  schema: closeSchema,
  subject: ({ engineeringChangeId }) => ({ kind: 'engineeringChange', id: engineeringChangeId }),

  async load({ store }, { engineeringChangeId }) {
    const { all } = await store.read({ all: { object: 'changeAnswer', filter: { engineeringChangeId } } });
    const change = await changeOf(store, engineeringChangeId);
    if (isRefused(change)) return change;
    const pending = all.filter(({ state }) => state === 'PENDING');
    return { plan: { change: change.plan, pending, answers: all.length } };
  },

  decide(run, _input, { change, pending, answers }): Decision<RecordOf<'changeAnswer'>[]> {
    if (run.isResumed && change.state === 'CLOSED') return { plan: pending };
    // Its notice is still being written.
    if (change.state === 'SENT' && answers < (change.concerned ?? 0))
      return refuse({ code: 'BUSY', what: change.name });
    const today = todayOfChange(change, run.now);
    const refusal = decideClosing(change, { pending: pending.length, today });
    return refusal === null ? { plan: pending } : refuse(refusal);
  },

  async apply(run, _input, { change }, pending) {
    const { id, state, name, silenceMeans } = change;
    const closing = { ...sealedFields('engineeringChange', change), state: 'CLOSED' as const };
    const closed = await run.store.changeWhere('engineeringChange', { id, state }, closing);
    if (closed.length === 0) return refuse({ code: 'BUSY', what: name });
    const consequence = silentConsequence(change);
    await inTurns(pending, (one) =>
      // An answer that comes in at this very moment keeps what it says.
      run.store.changeWhere(
        'changeAnswer',
        { id: one.id, state: 'PENDING' },
        { ...sealedFields('changeAnswer', one), state: 'SILENT', consequence },
      ),
    );
    const counts = await recount(run.store, id);
    const answer = { engineeringChangeId: id, silenceMeans, ...counts };
    const { accepted, objected, silent } = counts;
    const message = `${name} is closed: ${accepted} accept, ${objected} object, ${silent} did not answer (${silenceMeans}).`;
    return { plan: { answer, message, before: { state }, after: answer } };
  },
};

async function changeOf(store: Pick<Store, 'read'>, id: string): Promise<Decision<ChangeOfProject>> {
  const { changes } = await store.read({
    changes: { object: 'engineeringChange', filter: { id }, with: { project: true } },
  });
  const [change] = changes;
  return change === undefined
    ? refuse({ code: 'NOT_FOUND', what: 'engineering change', id })
    : { plan: change };
}

/** Writes what the answers come to, and looks again until nothing has come in meanwhile. */
async function recount(store: Store, id: string): Promise<Counted> {
  for (let tries = 0; tries < MOST_RECOUNTS; tries++) {
    const { groups } = await store.total({
      groups: { object: 'changeAnswer', filter: { engineeringChangeId: id }, by: ['state'] },
    });
    const counts = changeCounts(groups.map(({ by, count }) => ({ state: by.state ?? null, count })));
    const { changes } = await store.read({ changes: { object: 'engineeringChange', filter: { id } } });
    const [change] = changes;
    if (change === undefined) throw new Error(`The engineering change ${id} cannot be read`);
    const { accepted, objected, silent, concerned, state } = change;
    if (accepted === counts.accepted && objected === counts.objected && silent === counts.silent)
      return { ...counts, concerned: concerned ?? 0 };
    await store.changeWhere(
      'engineeringChange',
      { id, state },
      { ...sealedFields('engineeringChange', change), ...counts },
    );
  }
  throw new Error(`Too many answers at once to the engineering change ${id}`);
}
