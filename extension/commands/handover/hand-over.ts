/**
 * Changes: the contract's handover, its appointment or one made now, with its keys; counted key sets that go with
 * them; contract COMPLETED (or PERFORMING while money is still to come), unit HANDED_OVER; installments that waited for the keys get their
 * due date. Guard: one handover a contract, by its unique key; an appointment goes on only from the state that
 * was decided on; decided on everything that the readiness list asks for (C4).
 * After a crash: the handover stands and the unit says CONTRACTED; the same request again finishes.
 */
import * as z from 'zod/mini';
import { frozenRefusal } from '#domain/deal/index.ts';
import { DELIVERED_STATES, decideHandOver, deferredNow, type HandOverPlan } from '#domain/handover/index.ts';
import { dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { Fields, RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import { freezeOf } from '../deal/unit-lock.ts';
import { currencyOf } from '../ledger/book.ts';
import { postContract } from '../ledger/post-receipts.ts';
import type { Command, Run } from '../system/command.ts';
import { date, recordId, requestId, requiredText, text } from '../system/input.ts';
import { asItIs } from './appointment-of-contract.ts';
import { fallDue, isBeingChanged } from './delivery.ts';
import { giveKeySets } from './give-key-sets.ts';
import {
  duesRequest,
  itemsOf,
  type ReadinessSnapshot,
  type ReadyContract,
  readReadiness,
} from './readiness-of.ts';

const MOST_KEY_SETS = 99;

const schema = z.object({
  requestId,
  contractId: recordId,
  handedOverOn: date,
  receivedBy: requiredText,
  keySets: z
    .int('must be a whole number')
    .check(z.gte(1, 'must be at least 1'), z.lte(MOST_KEY_SETS, 'are too many')),
  /** Of an appointment at whose arrival it was not: the papers were looked at now. */
  identityChecked: z.optional(z.boolean()),
  remark: z.optional(text),
});

type Input = z.infer<typeof schema>;
type Snapshot = { home: ReadinessSnapshot; freeze: RecordOf<'unitHold'> | null };
type Answer = {
  handoverId: string;
  contract: string;
  unit: string;
  /** Of those that were counted; the others have no record. */
  keySetIds: string[];
  handedOverOn: string;
  contractState: string;
};

export const handOver: Command<Input, Snapshot, HandOverPlan, Answer> = {
  name: 'hand-over',
  room: 'handover',
  title: 'Hand over keys',
  right: 'handOver',
  schema,
  subject: ({ contractId }) => ({ kind: 'contract', id: contractId }),

  async load({ store }, { contractId }) {
    const [home] = await readReadiness(store, [contractId]);
    if (home === undefined) return refuse({ code: 'NOT_FOUND', what: 'contract', id: contractId });
    const { freezes } = await store.read({ freezes: freezeOf(home.contract.unitId) });
    return { plan: { home, freeze: freezes[0] ?? null } };
  },

  decide(run, input, { home, freeze }) {
    const { contract, handover } = home;
    const isBegun = isOwn(run, input, handover);
    const frozen = contract.unit === null || isBegun ? null : frozenRefusal(contract.unit, freeze);
    if (frozen !== null) return refuse(frozen);
    const today = todayOf(contract, run.now);
    const isHanded = handover?.state === 'KEYS_HANDED' && !isBegun;
    const deferral = { amount: handover?.deferredAmount ?? null, until: handover?.deferredUntil ?? null };
    return decideHandOver({
      ...duesRequest(home, input.handedOverOn, today),
      contract: {
        name: contract.name,
        state: contract.state,
        currency: currencyOf(contract),
        signedOn: contract.signedOn,
      },
      isResumed: isBegun,
      handedOverBefore: isHanded ? (handover.handedOverOn ?? input.handedOverOn) : null,
      appointment: handover,
      deemedOn: handover?.deemedOn ?? null,
      deferred: deferredNow(deferral, today),
      items: itemsOf(home, today, input.handedOverOn, input.identityChecked === true),
    });
  },

  async apply(run, input, { home }, plan) {
    const { contract, book } = home;
    const { unit } = contract;
    if (unit === null) throw new Error(`Contract ${contract.name} has no unit`);
    const given = await giveKeys(run, input, home);
    if (given !== null) return refuse(given);
    const today = todayOf(contract, run.now);
    const changes = fallDue(plan, book.installments, today);
    if (changes.length > 0) await run.store.write([{ changeMany: 'installment', changes }]);
    // Prepaid money pays the installments that fall due with the keys.
    await postContract(run.store, contract, today);
    const contractState = plan.isFullyPaid ? 'COMPLETED' : 'PERFORMING';
    await run.store.write([
      {
        change: 'contract',
        record: contract,
        to: { state: contractState, completedOn: plan.isFullyPaid ? input.handedOverOn : null },
      },
      { change: 'unit', record: unit, to: { state: 'HANDED_OVER', claimKey: '' } },
    ]);
    const { handedOverOn, keySets, receivedBy: handedTo } = input;
    const handoverId = home.handover?.id ?? run.idFor('handover');
    const keySetIds = await giveKeySets(run, home.keySets, { handoverId, handedTo, keySets });
    await tell(run, input, handoverId);
    const made = { handoverId, contract: contract.name, unit: unit.name, keySetIds };
    const answer = { ...made, handedOverOn, contractState };
    const message = `The keys of ${unit.name} (${keySets} sets) are handed over to ${handedTo}.`;
    return {
      plan: { answer, message, before: { unit: unit.state, contract: contract.state }, after: answer },
    };
  },
};

/** An earlier run of this request has given the keys: by a handover of its own, or by the appointment. */
function isOwn(run: Run, input: Input, handover: RecordOf<'handover'> | null): boolean {
  if (handover === null || handover.state !== 'KEYS_HANDED') return false;
  if (handover.id === run.idFor('handover')) return true;
  return run.isResumed && handover.handedOverOn === input.handedOverOn && handover.keySets === input.keySets;
}

/** Resolves to null once the keys are given and nobody changes the contract meanwhile. */
async function giveKeys(
  run: Run,
  input: Input,
  { contract, handover }: ReadinessSnapshot,
): Promise<Refusal | null> {
  const to: Keys = {
    unitId: contract.unitId,
    state: 'KEYS_HANDED',
    handedOverOn: input.handedOverOn,
    receivedBy: input.receivedBy,
    keySets: input.keySets,
    identityChecked: true,
    identityCheckedBy: run.actor.name,
  };
  const isOfOurs = handover === null || handover.id === run.idFor('handover');
  return isOfOurs
    ? makeHandover(run, contract, to, input.remark ?? '')
    : endAppointment(run, contract, handover, to, isOwn(run, input, handover));
}

type Keys = Partial<Fields<'handover'>> & {
  state: 'KEYS_HANDED';
  handedOverOn: PlainDate;
  receivedBy: string;
};

async function makeHandover(
  run: Run,
  contract: ReadyContract,
  to: Keys,
  remark: string,
): Promise<Refusal | null> {
  const id = run.idFor('handover');
  const name = `${contract.unit?.name ?? ''} · ${to.receivedBy}`;
  const row = { id, name, contractId: contract.id, ...to, remark };
  const claimed = await run.store.claim('handover', [row]);
  if (!claimed.won) {
    const { others } = await run.store.read({
      others: { object: 'handover', filter: { contractId: contract.id } },
    });
    const isHanded = others.some(({ state }) => DELIVERED_STATES.includes(state));
    // Invited at this very moment: the same request again ends the appointment.
    return isHanded
      ? {
          code: 'ALREADY_HANDED_OVER',
          contract: contract.name,
          on: others[0]?.handedOverOn ?? to.handedOverOn,
        }
      : { code: 'BUSY', what: contract.name };
  }
  if (!(await isBeingChanged(run.store, contract))) return null;
  await run.store.destroyWhere('handover', { id });
  return { code: 'BUSY', what: contract.name };
}

/** `isDone`: an earlier run was cut off after it. Taken back then, the buyer stands there once more. */
async function endAppointment(
  run: Run,
  contract: ReadyContract,
  handover: RecordOf<'handover'>,
  to: Keys,
  isDone: boolean,
): Promise<Refusal | null> {
  const { id, identityChecked, identityCheckedBy } = handover;
  const busy: Refusal = { code: 'BUSY', what: contract.name };
  const fields = sealedFields('handover', handover);
  // Who received it is said by the plain update afterwards, which is the one that is heard.
  const { receivedBy: _, ...sealed } = to;
  const before = isDone
    ? { ...fields, state: 'ARRIVED' as const, handedOverOn: null, keySets: null }
    : fields;
  const checked = identityChecked ? { identityChecked, identityCheckedBy } : {};
  if (!isDone) {
    const changed = await run.store.changeWhere('handover', asItIs(handover), {
      ...fields,
      ...sealed,
      ...checked,
    });
    if (changed.length === 0) return busy;
  }
  if (!(await isBeingChanged(run.store, contract))) return null;
  await run.store.changeWhere('handover', { id, state: 'KEYS_HANDED' }, before);
  return busy;
}

/** A plain update of the appointment that was ended: a guarded one is heard by nobody. */
async function tell({ store, idFor }: Run, { remark, receivedBy }: Input, id: string): Promise<void> {
  if (id === idFor('handover')) return;
  const { found } = await store.read({ found: { object: 'handover', filter: { id } } });
  const [record] = found;
  if (record === undefined) return;
  const to = { receivedBy, remark: remark ?? record.remark };
  await store.write([{ change: 'handover', record, to }]);
}

function todayOf(contract: ReadyContract, now: Date): PlainDate {
  return dateIn(now, contract.unit?.project?.timeZone || 'UTC');
}
