/**
 * A leaver's open work passes to colleagues, in one run and after somebody else's approval (A052, C4).
 *
 * Changes: the transfer with what each colleague gets, then the owner of every record. What was received, signed
 * and earned in the past stays as it is; a contract remembers who sold it. Guard: the transfer's unique key, one
 * at a time for each leaver; what comes in while it works is passed on in a further round. After a crash: the
 * transfer says what was meant and some records still belong to the leaver; the same request again, or the
 * repair job, passes on the rest to the same colleagues.
 */
import * as z from 'zod/mini';
import {
  countedByObject,
  OWNED_OBJECTS,
  type Owned,
  type OwnedObject,
  type Passed,
  shareOut,
} from '#domain/deal/index.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId, requiredText } from '../system/input.ts';
import { MOST_RECORDS, openWorkOf, ownersNow, passOn } from './transfer-records.ts';

const MOST_RECEIVERS = 20;
/** New work that somebody keeps giving to the leaver meanwhile is left to the next transfer. */
const MOST_ROUNDS = 5;

export const transferInput = {
  fromId: recordId,
  toIds: z
    .array(recordId)
    .check(z.minLength(1, 'must name somebody'), z.maxLength(MOST_RECEIVERS, 'are too many')),
  /** Some kinds only; without it everything that is open. */
  only: z.optional(z.array(z.enum(['reservation', 'contract', 'unitHold', 'queueTicket', 'mortgageCase']))),
};

const schema = z.object({ requestId, ...transferInput, reason: requiredText });

type Input = z.infer<typeof schema>;
type Transfer = RecordOf<'dealTransfer'>;
export type TransferAsked = Pick<Input, 'fromId' | 'toIds' | 'only'>;
export type Leaving = { members: RecordOf<'workspaceMember'>[]; open: Owned[]; atWork: Transfer | null };
/** `own` is what an earlier run of this request has made. */
type Snapshot = Leaving & { own: Transfer | null };
type Answer = { dealTransferId: string; passed: number; byKind: Record<OwnedObject, number> };

export const transferDeals: Command<Input, Snapshot, { passed: Passed[] }, Answer> = {
  name: 'transfer-deals',
  room: 'deal',
  title: 'Transfer deals',
  right: 'controlSales',
  approvedWith: 'controlSales',
  schema,
  subject: ({ fromId }) => ({ kind: 'workspaceMember', id: fromId }),

  async load({ store, idFor }, input) {
    const leaving = await loadLeaving(store, input);
    if (isRefused(leaving)) return leaving;
    const { own } = await store.read({ own: { object: 'dealTransfer', filter: { id: idFor('transfer') } } });
    return { plan: { ...leaving.plan, own: own[0] ?? null } };
  },

  decide(run, input, snapshot) {
    const { own } = snapshot;
    // Cut off, it goes on with what it meant to do.
    if (run.isResumed && own !== null) return { plan: { passed: own.items as Passed[] } };
    return decideTransfer(input, snapshot);
  },

  async apply(run, input, snapshot, { passed }) {
    const transfer = snapshot.own ?? transferRow(run, input, snapshot, passed);
    const isOver = transfer.activeKey === '';
    if (snapshot.own === null) {
      const claimed = await run.store.claim('dealTransfer', [transfer]);
      if (!claimed.won) return refuse({ code: 'BUSY', what: nameOf(snapshot, input.fromId) });
    }
    const done = isOver ? passed : await passAll(run, input, transfer, passed);
    const byKind = countedByObject(done);
    const answer = { dealTransferId: transfer.id, passed: done.length, byKind };
    const names = `from ${nameOf(snapshot, input.fromId)} to ${transfer.receivers}`;
    const message = `${done.length} records passed ${names}: ${kindsText(byKind)}.`;
    return { plan: { answer, message, before: { salesperson: input.fromId }, after: answer } };
  },
};

/** Resolves to what has passed. A hold may have ended before its turn: what was not passed on is not counted. */
async function passAll(run: Run, input: Input, transfer: Transfer, passed: Passed[]): Promise<Passed[]> {
  const items = await passInRounds(run, input, transfer, passed);
  const owners = await ownersNow(run.store, items);
  const done = items.filter(({ id, to }) => owners.get(id) === to);
  const to = { items: done, passed: done.length, activeKey: '' };
  await run.store.write([{ change: 'dealTransfer', record: { ...transfer, items }, to }]);
  return done;
}

export async function loadLeaving(
  store: Pick<Store, 'read'>,
  { fromId, toIds, only }: TransferAsked,
): Promise<Decision<Leaving>> {
  const { members, atWork } = await store.read({
    members: { object: 'workspaceMember', filter: { id: { in: [fromId, ...toIds] } } },
    atWork: { object: 'dealTransfer', filter: { activeKey: fromId } },
  });
  const missing = [fromId, ...toIds].find((id) => !members.some((one) => one.id === id));
  if (missing !== undefined) return refuse({ code: 'NOT_FOUND', what: 'workspace member', id: missing });
  const open = await openWork(store, { fromId, only });
  return { plan: { members, open, atWork: atWork[0] ?? null } };
}

/** Who gets what; pure. */
export function decideTransfer(
  { fromId, toIds }: TransferAsked,
  { open, atWork, members }: Leaving,
): Decision<{ passed: Passed[] }> {
  const [first, ...others] = [...new Set(toIds)];
  const wrong = (field: string, problem: string) => refuse({ code: 'INVALID_INPUT', field, problem });
  if (first === undefined || toIds.includes(fromId))
    return wrong('toIds', 'must be colleagues of who hands over');
  if (atWork !== null) return refuse({ code: 'BUSY', what: nameOf({ members }, fromId) });
  if (open.length === 0) return wrong('fromId', 'answers for nothing that is open');
  if (open.length > MOST_RECORDS)
    return wrong('fromId', `answers for more than ${MOST_RECORDS} records: pass them on kind by kind`);
  return { plan: { passed: shareOut(open, [first, ...others]) } };
}

async function openWork(
  store: Pick<Store, 'read'>,
  { fromId, only }: Pick<TransferAsked, 'fromId' | 'only'>,
): Promise<Owned[]> {
  const kinds: readonly string[] = only ?? OWNED_OBJECTS;
  return (await openWorkOf(store, fromId)).filter(({ object }) => kinds.includes(object));
}

/** The intent comes first in each round. Resolves to everything that was meant to pass. */
async function passInRounds(run: Run, input: Input, transfer: Transfer, passed: Passed[]): Promise<Passed[]> {
  const [first = '', ...others] = [...new Set(input.toIds)];
  const from = input.fromId;
  await passOn(
    run.store,
    passed.map((one) => ({ ...one, from })),
  );
  let all = passed;
  for (let round = 1; round < MOST_ROUNDS; round++) {
    const left = await openWork(run.store, input);
    if (left.length === 0) break;
    const known = new Map(all.map((one) => [one.id, one]));
    const fresh = left.filter(({ id }) => !known.has(id));
    const more = shareOut(fresh, [first, ...others], all);
    const record = { ...transfer, items: all };
    all = [...all, ...more];
    if (more.length > 0) await run.store.write([{ change: 'dealTransfer', record, to: { items: all } }]);
    const again = left.flatMap(({ id }) => known.get(id) ?? []);
    await passOn(
      run.store,
      [...again, ...more].map((one) => ({ ...one, from })),
    );
  }
  return all;
}

function transferRow(run: Run, input: Input, leaving: Leaving, passed: Passed[]): Transfer {
  const receivers = input.toIds.map((id) => nameOf(leaving, id)).join(', ');
  return {
    id: run.idFor('transfer'),
    name: `${nameOf(leaving, input.fromId)} → ${receivers}`,
    state: 'EXECUTED',
    leaverId: input.fromId,
    receivers,
    passed: passed.length,
    items: JSON.parse(JSON.stringify(passed)),
    reason: input.reason,
    approvedBy: run.approval?.by ?? '',
    executedAt: run.now.toISOString(),
    rolledBackAt: null,
    movedOn: null,
    activeKey: input.fromId,
    seal: null,
  };
}

export function nameOf({ members }: Pick<Leaving, 'members'>, id: string): string {
  return members.find((one) => one.id === id)?.name || 'Somebody';
}

const KIND_WORDS: Record<OwnedObject, string> = {
  reservation: 'reservations',
  contract: 'contracts',
  unitHold: 'holds',
  queueTicket: 'queue tickets',
  mortgageCase: 'mortgage cases',
};

function kindsText(byKind: Record<OwnedObject, number>): string {
  return OWNED_OBJECTS.filter((one) => byKind[one] > 0)
    .map((one) => `${byKind[one]} ${KIND_WORDS[one]}`)
    .join(', ');
}
