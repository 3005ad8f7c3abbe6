/**
 * Carries out a command once, however often it is asked.
 *
 * Changes: the audit entry of the request, first STARTED (the intent, with the input and what was found), in the end
 * DONE (with the answer) or REFUSED. Guard: its unique request key. After a crash: the entry stays STARTED;
 * running the same request again, or the repair job, resumes it with the same ids and the same "now".
 */
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { Fields, RecordOf } from '#port/records.ts';
import type { AnyRead, Read, Store } from '#port/store.ts';
import type { AnyCommand, Approved, Command, CommandContext, Run } from './command.ts';
import { refusalText } from './refusal-text.ts';
import { bodyHash, canonicalJson, derivedId } from './request-ids.ts';
import { notYourDeal } from './who-may.ts';

export type Answered = { result: Record<string, unknown>; message: string };

type Entry = RecordOf<'auditEntry'>;

const MOST_LETTERS = 160;

/** What is kept of a request so that the repair job can run it again. */
export type JournalInput = { input: Record<string, unknown>; rights: string[]; approval?: Approved };

export async function carryOut<I extends { requestId: string }, S, P, A extends Record<string, unknown>>(
  command: Command<I, S, P, A>,
  context: CommandContext,
  input: I,
): Promise<Decision<Answered>> {
  const { requestId } = input;
  if (command.approvedWith !== undefined && context.approval === undefined) {
    return refuse({ code: 'APPROVAL_REQUIRED', command: command.name });
  }
  const hash = bodyHash(command.name, input);
  const idFor = (name: string) => derivedId(requestId, hash, name);
  const journal = withJournal(context.store, requestId);
  const loaded = await command.load({ store: journal.store, idFor }, input);
  const entry = await journal.entry();
  if (entry !== null && entry.bodyHash !== hash) return refuse({ code: 'REQUEST_ID_REUSED', requestId });
  if (entry?.outcome === 'DONE') return { plan: entry.answer as Answered };
  if (isRefused(loaded)) return loaded;
  if (entry?.outcome !== 'STARTED') {
    const stranger = await notYourDeal(command, context, loaded.plan);
    if (stranger !== null) return refuse(stranger);
  }

  // What was cut off goes on with its own "now"; what was refused did nothing and is tried afresh.
  const isCutOff = entry?.outcome === 'STARTED' && entry.startedAt !== null;
  const now = isCutOff ? new Date(entry.startedAt ?? 0) : context.clock.now();
  const expected = isCutOff ? (entry.before as Run['expected']) : null;
  const run: Run = { ...context, now, isResumed: isCutOff, expected, idFor, requestId };
  const decision = command.decide(run, input, loaded.plan);
  if (isRefused(decision)) {
    if (entry?.outcome !== 'STARTED') return decision;
    return closeRefused(context, entry, decision.refused);
  }
  const found = command.expects?.(loaded.plan) ?? null;
  const started = isCutOff ? entry : { ...startEntry(command, context, input, run, hash), before: found };
  if (entry?.outcome === 'REFUSED') {
    const { startedAt, actorId, actorName, before } = started;
    const again = {
      outcome: 'STARTED',
      startedAt,
      before,
      actorId,
      actorName,
      finishedAt: null,
      answer: null,
    } as const;
    await context.store.write([{ change: 'auditEntry', record: entry, to: again }]);
  }
  if (entry === null) {
    const claimed = await context.store.claim('auditEntry', [started]);
    if (!claimed.won) return refuse({ code: 'REQUEST_ID_REUSED', requestId });
    // The same request was sent twice and its twin was faster: this run goes on with what the twin has begun.
    if (!claimed.isNew) return carryOut(command, context, input);
  }
  const applied = await command.apply(run, input, loaded.plan, decision.plan);
  if (isRefused(applied)) return closeRefused(context, started, applied.refused);
  const { answer, message, before, after } = applied.plan;
  const answered = JSON.parse(JSON.stringify({ result: answer, message })) as Answered;
  await close(context, started, {
    outcome: 'DONE',
    answer: answered,
    before: before ?? null,
    after: after ?? null,
  });
  return { plan: answered };
}

/** The first read of a command brings the request's audit entry along, at no further request. */
function withJournal(store: Store, requestId: string) {
  const journalEntry: Read<'auditEntry'> = { object: 'auditEntry', filter: { requestKey: requestId } };
  let found: Promise<Entry | null> | null = null;
  const read = async (queries: Record<string, AnyRead>) => {
    if (found !== null) return store.read(queries);
    const answers = store.read({ ...queries, journalEntry });
    found = answers.then((all) => (all.journalEntry?.[0] as Entry | undefined) ?? null);
    return answers;
  };
  return {
    store: { ...store, read: read as Store['read'] },
    async entry(): Promise<Entry | null> {
      if (found !== null) return found;
      const { entry } = await store.read({ entry: journalEntry });
      return entry[0] ?? null;
    },
  };
}

function startEntry(
  command: AnyCommand,
  { actor, rights, approval }: CommandContext,
  input: { requestId: string },
  run: Run,
  hash: string,
): Entry {
  const subject = command.subject(input);
  const journal: JournalInput = {
    input: JSON.parse(canonicalJson(input)),
    rights: [...rights],
    ...(approval === undefined ? {} : { approval }),
  };
  return {
    id: run.idFor('journal'),
    name: command.title,
    command: command.name,
    outcome: 'STARTED',
    actorId: actor.memberId,
    actorName: actor.name,
    reason: 'reason' in input ? String(input.reason ?? '') : '',
    subjectKind: subject.kind,
    subjectId: subject.id,
    startedAt: run.now.toISOString(),
    finishedAt: null,
    before: null,
    after: null,
    requestKey: input.requestId,
    bodyHash: hash,
    input: journal,
    answer: null,
  };
}

type Closing = Partial<Fields<'auditEntry'>> & { outcome: 'DONE'; answer: Answered };

/** The entry says in one sentence what came of it, so that the list of entries reads like a log. */
async function close({ store, clock }: CommandContext, entry: Entry, to: Closing): Promise<void> {
  const finishedAt = clock.now().toISOString();
  const name = shortened(to.answer.message);
  await store.write([{ change: 'auditEntry', record: entry, to: { ...to, name, finishedAt } }]);
}

/**
 * Refused only while nobody has finished it: of two runs of one request (sent twice, or sent again while the
 * repair job was at it) one may find in its way what the other has done. Then that is the answer.
 */
async function closeRefused(
  { store, clock }: CommandContext,
  { id, requestKey }: Entry,
  refusal: Refusal,
): Promise<Decision<Answered>> {
  const finishedAt = clock.now().toISOString();
  const to = {
    outcome: 'REFUSED',
    answer: refusal,
    name: shortened(refusalText(refusal)),
    finishedAt,
  } as const;
  const closed = await store.changeWhere('auditEntry', { id, outcome: 'STARTED' }, to);
  if (closed.length > 0) return refuse(refusal);
  const { now } = await store.read({ now: { object: 'auditEntry', filter: { requestKey } } });
  const [entry] = now;
  return entry?.outcome === 'DONE' ? { plan: entry.answer as Answered } : refuse(refusal);
}

function shortened(sentence: string): string {
  return sentence.length > MOST_LETTERS ? `${sentence.slice(0, MOST_LETTERS - 1)}…` : sentence;
}
