/**
 * What collections do by themselves every night, and at will: promises are kept or broken, notices that
 * were answered are closed, and the next step of the ladder is issued.
 *
 * Changes: promises, dunning notices. Guard: a notice's key is unique, so a step is taken once for the same
 * arrears. After a crash: the next run goes on; nothing here depends on an earlier step of the run.
 */
import { type DueStep, dueStep, type LadderStep, openAmount, promiseState } from '#domain/ledger/index.ts';
import { decimalOf } from '#domain/shared/decimal.ts';
import { isPositive, NO_CURRENCY, subtract, sum, zero } from '#domain/shared/money.ts';
import { addDays, dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import type { Fields, Loaded, RecordOf } from '#port/records.ts';
import type { Clock, Store } from '#port/store.ts';
import { derivedId } from '../system/request-ids.ts';

const AT_ONCE = 200;
/** A reminder looks at most so many days ahead. */
const DAYS_AHEAD = 31;

type Contract = Loaded<'contract', { unit: { project: true } }>;
type Step = RecordOf<'dunningStep'>;

export type Collected = { promises: number; closed: number; issued: number };

export async function runCollections({ store, clock }: { store: Store; clock: Clock }): Promise<Collected> {
  const promises = await settlePromises(store, clock);
  const closed = await closeAnswered(store, clock);
  const issued = await issueNotices(store, clock);
  return { promises, closed, issued };
}

function todayOf(contract: Contract | null, clock: Clock): PlainDate {
  return dateIn(clock.now(), contract?.unit?.project?.timeZone || 'UTC');
}

/** Resolves to how many promises were decided. */
async function settlePromises(store: Store, clock: Clock): Promise<number> {
  const { promises } = await store.read({
    promises: {
      object: 'paymentPromise',
      filter: { state: 'OPEN' },
      with: { contract: { unit: { project: true } } },
    },
  });
  const contractIds = [...new Set(promises.flatMap(({ contractId }) => contractId ?? []))];
  const receipts = await inBatches(contractIds, async (ids) => {
    const answer = await store.read({
      receipts: { object: 'receipt', filter: { contractId: { in: ids }, state: 'CLEARED' } },
    });
    return answer.receipts;
  });
  const changes = promises.flatMap((record) => {
    const { amount, payBy, takenOn } = record;
    if (amount === null || payBy === null) return [];
    const today = todayOf(record.contract as Contract | null, clock);
    const since = receipts.filter(
      (one) =>
        one.contractId === record.contractId && (one.valueOn ?? one.receivedOn ?? '') >= (takenOn ?? ''),
    );
    const paidSince = sum(
      since.map((one) => one.amount ?? zero(amount.currency)),
      amount.currency,
    );
    const state = promiseState({ amount, payBy }, paidSince, today);
    const isSame = state === record.state && record.paidSince?.minor === paidSince.minor;
    if (isSame) return [];
    const decidedOn = state === 'OPEN' ? null : today;
    return [{ record, to: { state, paidSince, decidedOn } }];
  });
  if (changes.length > 0) await store.write([{ changeMany: 'paymentPromise', changes }]);
  const broken = changes
    .filter(({ to }) => to.state === 'BROKEN')
    .flatMap(({ record }) => record.contractId ?? []);
  const { notices } = await store.read({
    notices: { object: 'dunningNotice', filter: { state: 'PROMISED', contractId: { in: broken } } },
  });
  const fallBack = notices.map((record) => ({ record, to: { state: 'BROKEN_PROMISE' as const } }));
  if (fallBack.length > 0) await store.write([{ changeMany: 'dunningNotice', changes: fallBack }]);
  return changes.filter(({ to }) => to.state !== 'OPEN').length;
}

const OPEN_STATES = ['DRAFT', 'SENT', 'ACKNOWLEDGED', 'PROMISED', 'BROKEN_PROMISE', 'ESCALATED'] as const;

/** A notice is answered once nothing is overdue that was due when it was issued. */
async function closeAnswered(store: Store, clock: Clock): Promise<number> {
  const { notices } = await store.read({
    notices: {
      object: 'dunningNotice',
      filter: { state: { in: OPEN_STATES } },
      with: { contract: { unit: { project: true } } },
    },
  });
  const changes = notices.flatMap((record) => {
    const contract = record.contract as Contract | null;
    const { oldestDueOn } = record;
    const since = contract?.overdueSince ?? null;
    const isReminder = oldestDueOn !== null && oldestDueOn >= todayOf(contract, clock);
    const isOver = !isReminder && (since === null || (oldestDueOn !== null && since > oldestDueOn));
    return isOver ? [{ record, to: { state: 'PAID' as const } }] : [];
  });
  if (changes.length > 0) await store.write([{ changeMany: 'dunningNotice', changes }]);
  return changes.length;
}

/** Resolves to how many notices were issued. Reads only contracts in arrears or with a due date ahead. */
export async function issueNotices(store: Store, clock: Clock, onlyContractId?: string): Promise<number> {
  const now = dateIn(clock.now(), 'UTC');
  const { steps, late } = await store.read({
    steps: { object: 'dunningStep', filter: { isActive: true } },
    late: {
      object: 'contract',
      filter:
        onlyContractId === undefined
          ? { overdueSince: { not: null }, state: { in: LIVE } }
          : { id: onlyContractId, state: { in: LIVE } },
      with: { unit: { project: true } },
    },
  });
  if (steps.length === 0) return 0;
  const { soon } = await store.read({
    soon: {
      object: 'installment',
      filter: { state: { in: ['PENDING', 'DUE'] }, dueOn: { lte: addDays(now, DAYS_AHEAD) } },
      with: { contract: { unit: { project: true } } },
    },
  });
  const contracts = new Map<string, Contract>(late.map((one) => [one.id, one]));
  const isReminding = steps.some(({ daysPastDue }) => (daysPastDue ?? 0) < 0);
  for (const { contract } of isReminding ? soon : []) {
    if (contract !== null && (onlyContractId === undefined || contract.id === onlyContractId))
      contracts.set(contract.id, contract as Contract);
  }
  return inBatchesOf([...contracts.values()], async (batch) => {
    const ids = batch.map(({ id }) => id);
    const { notices, promises } = await store.read({
      notices: { object: 'dunningNotice', filter: { contractId: { in: ids } } },
      promises: { object: 'paymentPromise', filter: { contractId: { in: ids }, state: 'OPEN' } },
    });
    const promised = new Set(promises.map(({ contractId }) => contractId));
    const rows = batch.flatMap((contract) => {
      const nextDue = soon
        .filter((one) => one.contractId === contract.id && one.dueOn !== null)
        .sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1))[0];
      const row = noticeFor(contract, steps, {
        nextDue: nextDue ?? null,
        hasOpenPromise: promised.has(contract.id),
        today: todayOf(contract, clock),
      });
      return row === null || notices.some(({ noticeKey }) => noticeKey === row.noticeKey) ? [] : [row];
    });
    if (rows.length === 0) return 0;
    const claimed = await store.claim('dunningNotice', rows);
    if (!claimed.won) return 0;
    const issuedFor = new Set(rows.map(({ contractId }) => contractId));
    const earlier = notices.filter(
      ({ contractId, state }) =>
        issuedFor.has(contractId ?? '') && ['SENT', 'ACKNOWLEDGED', 'BROKEN_PROMISE'].includes(state),
    );
    const changes = earlier.map((record) => ({ record, to: { state: 'ESCALATED' as const } }));
    if (changes.length > 0) await store.write([{ changeMany: 'dunningNotice', changes }]);
    return rows.length;
  });
}

const LIVE = ['SIGNED', 'EFFECTIVE', 'FILED', 'PERFORMING'] as const;

type NoticeRow = { id: string; contractId: string; noticeKey: string } & Partial<Fields<'dunningNotice'>>;

function noticeFor(
  contract: Contract,
  steps: readonly Step[],
  {
    nextDue,
    hasOpenPromise,
    today,
  }: { nextDue: RecordOf<'installment'> | null; hasOpenPromise: boolean; today: PlainDate },
): NoticeRow | null {
  const { price, overdue, overdueSince, dunningPausedUntil: pausedUntil } = contract;
  if (price === null) return null;
  const none = zero(price.currency ?? NO_CURRENCY);
  const ladder = ladderOf(contract, steps);
  const { amount = none, paid = none, credited = none } = nextDue ?? {};
  const open = openAmount({ amount: amount ?? none, paid: paid ?? none, credited });
  const due = dueStep(
    {
      price,
      overdue: overdue ?? none,
      overdueSince,
      nextDue: nextDue?.dueOn == null ? null : { dueOn: nextDue.dueOn, open },
      pausedUntil,
      hasOpenPromise,
    },
    ladder,
    today,
  );
  return due === null ? null : noticeRow(contract, due, today);
}

function noticeRow(contract: Contract, due: DueStep<Rung>, today: PlainDate): NoticeRow {
  const { step, oldestDueOn, daysLate, asked } = due;
  const none = zero(asked.currency);
  const fee = subtract(
    subtract(contract.lateFee ?? none, contract.lateFeePaid ?? none),
    contract.lateFeeWaived ?? none,
  );
  const noticeKey = `${contract.id}:${step.id}:${oldestDueOn}`;
  return {
    id: derivedId('dunning notice', noticeKey),
    name: `${contract.name} · ${step.name} · ${today}`,
    contractId: contract.id,
    dunningStepId: step.id,
    level: step.level,
    channel: step.channel,
    state: 'DRAFT',
    issuedOn: today,
    payBy: daysLate < 0 ? oldestDueOn : addDays(today, step.payWithinDays ?? 7),
    amountDue: asked,
    lateFeeDue: isPositive(fee) ? fee : none,
    oldestDueOn,
    daysLate,
    sentOn: null,
    remark: '',
    noticeKey,
  };
}

type Rung = Omit<Step, keyof LadderStep> & LadderStep;

/** The ladder of the project, or the one for every project. */
function ladderOf(contract: Contract, steps: readonly Step[]): Rung[] {
  const projectId = contract.unit?.projectId ?? null;
  const own = steps.filter((step) => step.projectId !== null && step.projectId === projectId);
  const ladder = own.length > 0 ? own : steps.filter((step) => step.projectId === null);
  return ladder.map((step) => ({
    ...step,
    daysPastDue: step.daysPastDue ?? 0,
    thresholdPercent: step.thresholdPercent === null ? null : decimalOf(step.thresholdPercent),
  }));
}

async function inBatches<T, R>(items: readonly T[], work: (batch: T[]) => Promise<R[]>): Promise<R[]> {
  const all: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) all.push(...(await work(items.slice(at, at + AT_ONCE))));
  return all;
}

async function inBatchesOf<T>(items: readonly T[], work: (batch: T[]) => Promise<number>): Promise<number> {
  let total = 0;
  for (let at = 0; at < items.length; at += AT_ONCE) total += await work(items.slice(at, at + AT_ONCE));
  return total;
}
