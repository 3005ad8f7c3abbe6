/**
 * The road of every contract change (C4): swap of the unit, other buyers, another plan or price, cancellation.
 *
 * Changes: the contract's row of the change, first without its moment (it is under way), in the end with it.
 * Guard: the change takes the contract's next numbered place, so of any number of changes decided on the same
 * contract one goes on; another one is BUSY until the place has its moment. It begins (`begunAt`) only if the
 * contract still is what was decided on (`basis`), and only what has not begun is taken back. After a crash: the place is taken
 * and its request begun; the same request again, or the repair job, carries the change through.
 */
import type * as z from 'zod/mini';
import type { ContractChangeKind } from '#domain/deal/index.ts';
import { DELIVERED_STATES } from '#domain/handover/index.ts';
import { isPositive, type Money, subtract, sum, zero } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { Right } from '#domain/system/index.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields, sealOf } from '#port/seal.ts';
import type { Store } from '#port/store.ts';
import { appointmentOf, type OwnAppointment } from '../handover/appointment-of-contract.ts';
import type { AnyCommand, Applied, Command, Run } from '../system/command.ts';
import { bodyHash } from '../system/request-ids.ts';
import { currencyOf, replayBook } from './book.ts';
import { type ContractBook, type ContractOfProject, todayOf } from './contract-of.ts';
import type { InstallmentRow } from './installment-rows.ts';
import type { Posted } from './post-receipts.ts';

export type ContractChange = RecordOf<'contractChange'>;
export type AdjustmentRow = RecordOf<'adjustment'>;

/** What every change is decided on. */
export type Changing = ContractBook & { changes: ContractChange[]; appointments: OwnAppointment[] };

/** What the change's own row says. */
export type ChangeTerms = {
  kind: ContractChangeKind;
  effectiveOn: PlainDate;
  before: string;
  after: string;
  priceAfter: Money;
  fee: Money;
  unitBeforeId?: string | null;
};

/** The rows by which a change moves money: written by the command, and only replayed by a preview. */
export type ChangeRows = {
  installments: InstallmentRow[];
  adjustments: AdjustmentRow[];
  receipts: RecordOf<'receipt'>[];
};

export type Asked = { requestId: string; contractId: string; reason: string };

export type ChangeSpec<I extends Asked, S extends Changing, P, A extends Record<string, unknown>> = {
  name: string;
  title: string;
  right: Right;
  dealOf?: Command<I, S, P, A>['dealOf'];
  schema: z.ZodMiniType<I>;
  load(run: Pick<Run, 'store' | 'idFor'>, input: I): Promise<Decision<S>>;
  /** `own` is the row of an earlier run of this request: what was decided then is not refused any more. */
  decide(run: Run, input: I, snapshot: S, own: ContractChange | null): Decision<P>;
  terms(run: Run, input: I, snapshot: S, plan: P): ChangeTerms;
  rows(run: Run, input: I, snapshot: S, plan: P): ChangeRows;
  /** What a preview says beside; see preview-contract-change.ts. */
  figures(run: Run, input: I, snapshot: S, plan: P): Partial<Record<Figure, Money>>;
  /** Takes what somebody else may have taken meanwhile. When it is refused, nothing is changed. */
  prepare?(run: Run, input: I, snapshot: S, plan: P): Promise<Refusal | null>;
  /** Cannot be refused any more; each of its writes may be repeated. */
  carry(run: Run, input: I, snapshot: S, plan: P): Promise<Posted>;
  /** Read off what there is in the end, so that it is the same for a run that went on. */
  answer(
    run: Run,
    input: I,
    posted: Posted,
    change: ContractChange,
    today: PlainDate,
  ): { answer: A; message: string };
};

export type Figure = 'paid' | 'remaining' | 'retained' | 'compensation';

/** The reads that a change needs beside the contract and its book. */
export function changeQueries(contractId: string) {
  return {
    changes: { object: 'contractChange', filter: { contractId } },
    appointments: appointmentOf(contractId),
  } as const;
}

export type ChangeCommand<
  I extends Asked,
  S extends Changing,
  P,
  A extends Record<string, unknown>,
> = Command<I, S, P, A> & {
  spec: ChangeSpec<I, S, P, A>;
};

/** A table of changes holds each with its own types; what a preview asks of them takes what they have decided. */
export type AnyChange = AnyCommand & {
  spec: Pick<ChangeSpec<Asked, Changing, unknown, Record<string, unknown>>, 'terms' | 'rows' | 'figures'>;
};

export function contractChange<I extends Asked, S extends Changing, P, A extends Record<string, unknown>>(
  spec: ChangeSpec<I, S, P, A>,
): ChangeCommand<I, S, P, A> {
  const { name, title, right, schema, dealOf, load } = spec;
  const command: ChangeCommand<I, S, P, A> = {
    spec,
    name,
    room: 'ledger',
    title,
    right,
    approvedWith: 'approveMoney',
    ...(dealOf === undefined ? {} : { dealOf }),
    schema,
    subject: ({ contractId }) => ({ kind: 'contract', id: contractId }),
    load,

    decide(run, input, snapshot) {
      const own = ownChange(run, snapshot);
      const other = snapshot.changes.some(({ id, executedAt }) => id !== own?.id && executedAt === null);
      if (other && own === null) return refuse({ code: 'BUSY', what: snapshot.contract.name });
      return spec.decide(run, input, snapshot, own);
    },

    async apply(run, input, snapshot, plan) {
      const { contract } = snapshot;
      const today = todayOf(contract, run.now);
      const before = { state: contract.state, price: contract.price?.minor.toString() ?? null };
      let change = ownChange(run, snapshot);
      let posted: Posted = snapshot;
      if (change?.executedAt == null) {
        const row = change ?? changeRow(run, input, snapshot, spec.terms(run, input, snapshot, plan));
        const begun = await begin(run, contract.name, row, change === null);
        if (begun !== 'HERE' && begun !== 'BY_TWIN') return refuse(begun);
        if (begun === 'BY_TWIN') return carryOn(run, input);
        const lost = (await spec.prepare?.(run, input, snapshot, plan)) ?? null;
        if (lost !== null) {
          await run.store.destroyWhere('contractChange', { id: row.id, executedAt: null });
          return refuse(lost);
        }
        posted = await spec.carry(run, input, snapshot, plan);
        change = await finish(run, row, posted, today);
      }
      const { answer, message } = spec.answer(run, input, posted, change, today);
      return { plan: { answer, message, before, after: answer } };
    },
  };

  /** From what the other run of this request has begun. */
  async function carryOn(before: Run, input: I): Promise<Decision<Applied<A>>> {
    const run: Run = { ...before, isResumed: true };
    const loaded = await load(run, input);
    if (isRefused(loaded)) return loaded;
    const decision = command.decide(run, input, loaded.plan);
    return isRefused(decision) ? decision : command.apply(run, input, loaded.plan, decision.plan);
  }
  return command;
}

/** The row that an earlier run of this request has made. */
function ownChange(run: Run, { changes }: Changing): ContractChange | null {
  return changes.find(({ id }) => id === run.idFor('contract change')) ?? null;
}

function changeRow(
  run: Run,
  { reason }: Asked,
  { contract, changes }: Changing,
  { unitBeforeId = null, ...terms }: ChangeTerms,
): ContractChange {
  return {
    id: run.idFor('contract change'),
    name: `${contract.name} · ${terms.after}`,
    contractId: contract.id,
    ...terms,
    unitBeforeId,
    basis: fingerprint(contract),
    begunAt: null,
    executedAt: null,
    priceBefore: contract.price,
    toRefund: null,
    reason,
    askedBy: run.actor.name,
    approvedBy: run.approval?.by ?? '',
    approvalId: run.approval?.id ?? '',
    changeKey: `${contract.id} ${changes.length + 1}`,
    seal: null,
  };
}

/**
 * Takes the place, and then looks whether the contract still is what was decided on: whoever changes it has
 * finished by now or finds the place taken. A handover that has begun goes first; see hand-over.ts. A second run
 * of the same request may be at it at this very moment: what either has begun is begun for both.
 */
async function begin(
  { store, now: moment }: Run,
  what: string,
  row: ContractChange,
  isFirst: boolean,
): Promise<Refusal | 'HERE' | 'BY_TWIN'> {
  if (row.begunAt !== null) return 'HERE';
  const contractId = row.contractId ?? '';
  const busy: Refusal = { code: 'BUSY', what };
  if (isFirst) {
    const claimed = await store.claim('contractChange', [row]);
    if (!claimed.won) return busy;
    if (!claimed.isNew) return 'BY_TWIN';
  }
  const { contracts, handovers } = await store.read({
    contracts: { object: 'contract', filter: { id: contractId } },
    handovers: { object: 'handover', filter: { contractId, state: { in: DELIVERED_STATES } } },
  });
  const [now] = contracts;
  const isSame = now !== undefined && fingerprint(now) === row.basis;
  const isFree = handovers.length === 0 || (now !== undefined && AFTER_KEYS.includes(now.state));
  const place = { id: row.id, begunAt: null };
  if (isSame && isFree) {
    const begun = await store.changeWhere('contractChange', place, { begunAt: moment.toISOString() });
    return begun.length > 0 ? 'HERE' : 'BY_TWIN';
  }
  await store.destroyWhere('contractChange', place);
  const { left } = await store.read({ left: { object: 'contractChange', filter: { id: row.id } } });
  return left.length > 0 ? 'BY_TWIN' : busy;
}

const AFTER_KEYS: readonly ContractOfProject['state'][] = ['PERFORMING', 'COMPLETED'];

function fingerprint(contract: RecordOf<'contract'>): string {
  const { buyerId, companyId } = contract;
  return bodyHash('contract', [sealOf('contract', contract), buyerId, companyId]);
}

async function finish(
  run: Run,
  row: ContractChange,
  posted: Posted,
  today: PlainDate,
): Promise<ContractChange> {
  const toRefund = refundable(row.kind, posted, today);
  const to = { toRefund, executedAt: run.now.toISOString() };
  await run.store.write([{ change: 'contractChange', record: row, to }]);
  return { ...row, ...to };
}

/**
 * What the buyer gets back: of a contract that was cancelled the whole balance, else what of the balance no
 * installment will ever take.
 */
export function refundable(kind: ContractChangeKind, { contract, book }: Posted, today: PlainDate): Money {
  const currency = currencyOf(contract);
  const none = zero(currency);
  const { charges, balance } = replayBook(contract, book, today);
  const open = charges.map(({ id, paid, credited }) => {
    const asked = book.installments.find((one) => one.id === id)?.amount ?? none;
    return subtract(asked, sum([paid, credited], currency));
  });
  const left = kind === 'CANCEL' ? balance : subtract(balance, sum(open.filter(isPositive), currency));
  return isPositive(left) ? left : none;
}

const MOST_TRIES = 60;

/** Writes some of the contract's sealed fields; its state may go on by itself meanwhile. */
export async function changeContract<C extends RecordOf<'contract'>>(
  store: Store,
  contract: C,
  to: Partial<Pick<C, 'price' | 'paymentPlanId' | 'unitId' | 'contractArea'>>,
): Promise<C> {
  let known: RecordOf<'contract'> = contract;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const guard = { id: known.id, state: known.state };
    const changed = await store.changeWhere('contract', guard, { ...sealedFields('contract', known), ...to });
    if (changed.length > 0) return { ...contract, ...to, state: known.state };
    const { contracts } = await store.read({ contracts: { object: 'contract', filter: { id: known.id } } });
    known = contracts[0] ?? known;
  }
  throw new Error(`Too many changes at once on contract ${contract.name}`);
}
