/**
 * The watch: somebody with the right changed a state or an amount by hand, say by dragging a card.
 *
 * Changes: the hand's value goes back to what commands last wrote; where a command does what the hand
 * meant, it is carried out in that person's name. An audit entry and a note on the record say so.
 * Guard: the seal; without a difference nothing happens, so our own writes and repeated events are harmless.
 * After a crash: the difference is still there, and the next event or the nightly check puts it right.
 */
import { isRefused } from '#domain/shared/refusal.ts';
import { RIGHTS } from '#domain/system/index.ts';
import { DERIVED, type GuardedObject } from '#port/guarded.ts';
import type { RecordOf } from '#port/records.ts';
import { driftOf } from '#port/seal.ts';
import type { Clock, Notices, Store, Write } from '#port/store.ts';
import { carryOut } from './carry-out.ts';
import type { Actor, AnyCommand } from './command.ts';
import { rederive } from './rederive.ts';
import { refusalText } from './refusal-text.ts';
import { derivedId } from './request-ids.ts';

/** What a hand has changed: `record` as commands know it, `by` the person's name, empty where nobody knows it. */
export type HandChange = { id: string; from: string; to: string; record: object; by: string };

/** The command that does what a hand meant by a change, and its input; null when there is none. */
export type Meaning = (
  change: HandChange,
  requestId: string,
) => { command: AnyCommand; input: { requestId: string } & Record<string, unknown> } | null;

export type Watch = { store: Store; notices: Notices; clock: Clock; actor: Actor };

const NOTHING: WatchResult = { putBack: [], carriedOut: null };

export type WatchResult = { putBack: string[]; carriedOut: string | null };

export async function putRight<O extends GuardedObject>(
  watch: Watch,
  object: O,
  id: string,
  meaning: Meaning = () => null,
): Promise<WatchResult> {
  const [observed] = await watch.store.observe(object, { id } as never, 1);
  if (observed === undefined) return NOTHING;
  const { sealed, stored } = observed;
  const drift = driftOf(object, sealed, stored);
  if (drift.length === 0) return putTotalsRight(watch, object, sealed);

  const back = Object.fromEntries(drift.map((name) => [name, sealed[name as keyof RecordOf<O>]]));
  await watch.store.write([{ change: object, record: sealed, to: back } as unknown as Write]);
  const meant = meantBy(watch, { object, id, sealed, stored, meaning });
  const outcome = meant === null ? null : await carryOut(meant.command, meant.context, meant.input);
  const name = 'name' in sealed ? String(sealed.name) : id;
  const changed = `${fieldList(drift)} of ${name}: changed by hand`;
  const sentence =
    outcome === null
      ? `${changed} and put back. Use the commands of Keyturn for it.`
      : isRefused(outcome)
        ? `${changed} and put back: ${refusalText(outcome.refused)}`
        : `${changed} and carried out as a command: ${outcome.plan.message}`;
  await say(watch, { object, id, name, drift, sealed, stored, sentence });
  const isDone = outcome !== null && !isRefused(outcome);
  return { putBack: drift, carriedOut: isDone ? (meant?.command.name ?? null) : null };
}

/** Totals are worked out again from their rows; only a person's change is worth a word. */
async function putTotalsRight<O extends GuardedObject>(
  watch: Watch,
  object: O,
  sealed: RecordOf<O>,
): Promise<WatchResult> {
  const changed = await rederive(watch, object, sealed);
  if (!changed) return NOTHING;
  const { id } = sealed as { id: string };
  const name = 'name' in sealed ? String(sealed.name) : id;
  const sentence = `A total or state of ${name} was changed by hand and has been worked out again from its rows.`;
  await say(watch, { object, id, name, drift: [], sealed, stored: sealed, sentence });
  return { putBack: [...DERIVED[object]], carriedOut: null };
}

/** "State, holder" of the fields' names as people read them. */
function fieldList(drift: readonly string[]): string {
  const words = drift.map((name) =>
    name.replace(/Id$/, '').replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`),
  );
  const list = words.join(', ');
  return list.charAt(0).toUpperCase() + list.slice(1);
}

type Difference<O extends GuardedObject> = {
  object: O;
  id: string;
  sealed: RecordOf<O>;
  stored: RecordOf<O>;
};

function meantBy<O extends GuardedObject>(
  { store, clock, actor }: Watch,
  { object, id, sealed, stored, meaning }: Difference<O> & { meaning: Meaning },
) {
  const [from, to] = [stateOf(sealed), stateOf(stored)];
  if (from === null || to === null || from === to) return null;
  // The same hand's change seen twice is one request; the same change made again later is another.
  const requestId = derivedId('by hand', object, id, from, to, clock.now().toISOString().slice(0, 16));
  const by = actor.memberId === null ? '' : actor.name;
  const meant = meaning({ id, from, to, record: sealed, by }, requestId);
  if (meant === null) return null;
  return { ...meant, context: { store, clock, actor, rights: new Set(RIGHTS) } };
}

function stateOf(record: object): string | null {
  return 'state' in record && typeof record.state === 'string' ? record.state : null;
}

async function say<O extends GuardedObject>(
  { store, notices, clock, actor }: Watch,
  {
    object,
    id,
    name,
    drift,
    sealed,
    stored,
    sentence,
  }: Difference<O> & { name: string; drift: string[]; sentence: string },
): Promise<void> {
  const now = clock.now().toISOString();
  const values = (record: object) =>
    JSON.parse(
      JSON.stringify(
        Object.fromEntries(drift.map((field) => [field, record[field as keyof object] ?? null])),
        (_key, value) => (typeof value === 'bigint' ? value.toString() : value),
      ),
    ) as unknown;
  const entryId = derivedId('put back', object, id, now);
  await store.write([
    {
      create: 'auditEntry',
      row: {
        id: entryId,
        name: `Changed by hand: ${name}`,
        command: 'watch',
        outcome: 'PUT_BACK',
        actorId: actor.memberId,
        actorName: actor.name,
        reason: sentence,
        subjectKind: object,
        subjectId: id,
        startedAt: now,
        finishedAt: now,
        before: values(stored),
        after: values(sealed),
        requestKey: entryId,
      },
    },
  ]);
  await notices.tell(object, id, 'Changed by hand', sentence);
}
