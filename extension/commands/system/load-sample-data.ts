/**
 * Changes: a small development with half a year behind it, made by the commands that people give (sample-script.ts),
 * so many steps a request; answers how far it is, and the caller asks for more. Guard: ids of rows and of the steps'
 * requests are made of the sample's number, so that any step is carried out once, however many ask.
 * After a crash: a step may be half done; the same request, the next one, or the repair job carries it through.
 */
import * as z from 'zod/mini';
import { isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import { RIGHTS, type SampleAnswer } from '#domain/system/index.ts';
import type { Write } from '#port/store.ts';
import { carryOut, type JournalInput } from './carry-out.ts';
import type { Command, Run } from './command.ts';
import { parseInput, requestId, text } from './input.ts';
import type { Question } from './question.ts';
import { afterSaleRows } from './sample-after-sale.ts';
import {
  contractorId,
  momentOf,
  personId,
  SAMPLE_CONTRACTOR,
  SAMPLE_PEOPLE,
  SAMPLE_UNIT_COUNT,
  sampleId,
  siteRows,
} from './sample-site.ts';
import { isDone, knownOf, LOAD, REMOVE, readSample, type SampleState, stepRequest } from './sample-state.ts';
import type { Step } from './sample-step.ts';

const terms = { currency: z.optional(text), timeZone: z.optional(text) };

const schema = z.object({
  requestId,
  ...terms,
  /** Steps of this request; a function has its time. */
  most: z.optional(
    z.int('must be a whole number').check(z.gte(1, 'must be at least 1'), z.lte(200, 'must be at most 200')),
  ),
});

type Input = z.infer<typeof schema>;
type Answer = {
  done: number;
  total: number;
  isComplete: boolean;
  /** A handover that is done, once all is: its protocol is written by who has the right to files. */
  protocolOf: string | null;
};

const USUAL_STEPS = 12;
const LAST_KEYS = 'hand over 16';
const APPROVER = 'Sample: finance manager';

export const loadSampleData: Command<Input, null, null, Answer> = {
  name: LOAD,
  room: 'system',
  title: 'Load sample data',
  right: 'administer',
  schema,
  subject: () => ({ kind: 'project', id: '' }),
  async load({ store }) {
    const { removing } = await store.read({
      removing: { object: 'auditEntry', filter: { command: REMOVE, outcome: 'STARTED' }, limit: 1 },
    });
    return removing.length > 0 ? refuse({ code: 'BUSY', what: 'the sample' }) : { plan: null };
  },
  decide: () => ({ plan: null }),

  async apply(run, input) {
    const state = await readSample(run.store, run.now, input);
    if (state.entries.size === 0) await layOut(run, state);
    const waiting = state.steps.filter((step) => !isDone(state, step));
    for (const step of waiting.slice(0, input.most ?? USUAL_STEPS)) {
      const refusal = await take(run, state, step);
      if (refusal !== null) return refuse(refusal);
    }
    const total = state.steps.length;
    const done = state.steps.filter((step) => isDone(state, step)).length;
    const isComplete = done === total;
    const { handoverId } = knownOf(state, null).answerOf(LAST_KEYS);
    const answer = {
      done,
      total,
      isComplete,
      protocolOf: isComplete ? String(handoverId ?? '') || null : null,
    };
    const message = answer.isComplete
      ? `The sample is there: ${SAMPLE_UNIT_COUNT} units with half a year of sales, a building handed over, and its service.`
      : `${done} of ${total} steps of the sample are done.`;
    return { plan: { answer, message, after: answer } };
  },
};

/** What no command makes. Rows name each other, so they come one kind after the other. */
async function layOut({ store }: Run, { site }: SampleState): Promise<void> {
  for (const { object, rows } of [...siteRows(site), ...afterSaleRows(site)]) {
    await store.write([{ createMany: object, rows } as Write]);
  }
}

/** One step on its own day, in the name of who loads the sample, with whatever it was begun with. */
async function take(run: Run, state: SampleState, step: Step): Promise<Refusal | null> {
  const { site, entries } = state;
  const key = stepRequest(site, step);
  const begun = entries.get(key)?.input as JournalInput | null | undefined;
  const body = begun?.input ?? { ...step.input(knownOf(state, run.actor.memberId)), requestId: key };
  const parsed = parseInput<{ requestId: string }>(step.command.schema, body);
  if (isRefused(parsed)) return parsed.refused;
  const now = momentOf(site, step.daysBefore);
  const { store, actor } = run;
  const { approvedWith } = step.command;
  // Nobody of the sample's office is there to agree, so the script does.
  const approval = { id: sampleId(site.generation, 'approval', step.key), by: APPROVER };
  const context = {
    ...{ store, actor, clock: { now: () => now }, rights: new Set(RIGHTS) },
    ...(approvedWith === undefined ? {} : { approval }),
  };
  const carried = await carryOut(step.command, context, parsed.plan);
  if (isRefused(carried)) return carried.refused;
  const { found } = await store.read({ found: { object: 'auditEntry', filter: { requestKey: key } } });
  for (const entry of found) entries.set(key, entry);
  return null;
}

/** How far the sample is, and who its buyers are to be. Reads only. */
export const sampleData: Question<Record<string, never>, SampleAnswer> = {
  name: 'sample-data',
  room: 'system',
  rights: ['administer'],
  schema: z.object({}) as z.ZodMiniType<Record<string, never>>,

  async answer({ store, clock }) {
    const state = await readSample(store, clock.now(), {});
    const done = state.steps.filter((step) => isDone(state, step)).length;
    const total = state.steps.length;
    const people = SAMPLE_PEOPLE.map(([firstName, lastName], index) => {
      const id = personId(state.site.generation, index);
      return { id, firstName, lastName, isThere: state.people.has(id) };
    });
    const isLaidOut = state.project !== null;
    return {
      plan: {
        state: !isLaidOut ? 'NONE' : done === total ? 'LOADED' : 'PARTLY',
        done: isLaidOut ? done : 0,
        total,
        projectId: state.project?.id ?? null,
        people,
        contractor: {
          id: contractorId(state.site.generation),
          name: SAMPLE_CONTRACTOR,
          isThere: state.hasContractor,
        },
      },
    };
  },
};
