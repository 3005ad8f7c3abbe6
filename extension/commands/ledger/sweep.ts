/**
 * The nightly sweep: days pass, installments fall due, late fees grow. Its work is in proportion to what is
 * overdue or falls due, never to what exists: everything else is left unread.
 *
 * Changes: states, due dates and late fees of installments, totals of their contracts. Guard: none needed,
 * all of it is derived; two runs at once write the same. After a crash: the next run goes on.
 */
import { BEARS_LATE_FEE, installmentState, openAmount } from '#domain/ledger/index.ts';
import { add, isPositive, type Money, subtract, sum, zero } from '#domain/shared/money.ts';
import { addDays, dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import type { Fields, Loaded, RecordOf } from '#port/records.ts';
import type { Clock, Store } from '#port/store.ts';
import { datedBy } from '../inventory/certify-milestone.ts';
import { explainFee, isClosed } from './book.ts';
import { CALENDAR_QUERY, calendarOf } from './plan-records.ts';
import { postContract } from './post-receipts.ts';
import { lateFeeTermsOf } from './terms.ts';

type Late = Loaded<'installment', { contract: { unit: { project: true } } }>;
type Change = { record: Late; to: Partial<Fields<'installment'>> };

export type Swept = {
  installments: number;
  contracts: number;
  reposted: number;
  failed: { item: string; problem: string }[];
};

const AT_ONCE = 200;
const WITH = { contract: { unit: { project: true } } } as const;

export async function sweepLedger({ store, clock }: { store: Store; clock: Clock }): Promise<Swept> {
  const dated = await dateCertified(store, clock);
  // The latest calendar day anywhere on earth: each project's own day decides below.
  const latest = dateIn(new Date(clock.now().getTime() + 14 * 3_600_000), 'UTC');
  const { due } = await store.read({
    due: {
      object: 'installment',
      filter: { state: { in: ['PENDING', 'DUE', 'PARTIALLY_PAID'] }, dueOn: { lte: latest } },
      with: WITH,
    },
  });
  const { overdue } = await store.read({
    overdue: { object: 'installment', filter: { state: 'OVERDUE' }, with: WITH },
  });
  const fallen = due.filter((one) => one.dueOn !== null && one.dueOn <= todayOf(one, clock));
  const late = [...fallen, ...overdue] as Late[];
  const slow = late.filter((one) => needsPosting(one, clock));
  const slowIds = new Set(slow.map(({ contractId }) => contractId));
  const fast = late.filter(({ contractId }) => !slowIds.has(contractId));
  const changes = await feesOf(store, fast, clock);
  if (changes.length > 0) await store.write([{ changeMany: 'installment', changes }]);
  const contracts = contractChanges(fast, changes, clock);
  if (contracts.length > 0) await store.write([{ changeMany: 'contract', changes: contracts }]);
  const reposted = await repost(store, slow, clock);
  return { installments: dated + changes.length, contracts: contracts.length, ...reposted };
}

function todayOf(one: Pick<Late, 'contract'>, clock: Clock): PlainDate {
  return dateIn(clock.now(), one.contract?.unit?.project?.timeZone || 'UTC');
}

/** Milestones were certified and a crash left installments without their date. */
async function dateCertified(store: Store, clock: Clock): Promise<number> {
  const { certified, calendarDays } = await store.read({
    certified: { object: 'milestone', filter: { certifiedOn: { not: null } } },
    ...CALENDAR_QUERY,
  });
  const byId = new Map(certified.map(({ id, certifiedOn }) => [id, certifiedOn]));
  const ids = [...byId.keys()];
  const changes: Change[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const milestoneId = { in: ids.slice(at, at + AT_ONCE) };
    const { undated } = await store.read({
      undated: {
        object: 'installment',
        // One that a deposit has paid in part waits for its date as well.
        filter: { milestoneId, dueOn: null, state: { in: ['SCHEDULED', 'PARTIALLY_PAID'] } },
        with: WITH,
      },
    });
    for (const record of undated as Late[]) {
      const certifiedOn = byId.get(record.milestoneId ?? '') ?? null;
      if (certifiedOn === null || isClosed(record)) continue;
      const calendar = calendarOf(record.contract?.unit?.project ?? null, calendarDays);
      changes.push({ record, to: datedBy(record, certifiedOn, todayOf(record, clock), calendar) });
    }
  }
  if (changes.length > 0) await store.write([{ changeMany: 'installment', changes }]);
  return changes.length;
}

/** A balance may pay what fell due, and a month's fees are billed: both are posting, row by row. */
function needsPosting(one: Late, clock: Clock): boolean {
  const { contract } = one;
  if (contract === null) return false;
  if (contract.prepaid !== null && isPositive(contract.prepaid)) return true;
  const monthEnd = addDays(`${todayOf(one, clock).slice(0, 7)}-01` as PlainDate, -1);
  const isBillable = lateFeeTermsOf(contract) !== null && one.dueOn !== null && one.dueOn < monthEnd;
  return isBillable && (one.lateFeeUpTo === null || one.lateFeeUpTo < monthEnd);
}

/** States and fees as of today; only installments that were paid in part need their allocations read. */
async function feesOf(store: Store, late: readonly Late[], clock: Clock): Promise<Change[]> {
  const touched = late.filter(({ paid, credited, lateFeePaid, lateFeeWaived }) =>
    [paid, credited, lateFeePaid, lateFeeWaived].some((one) => one !== null && isPositive(one)),
  );
  const rows = { allocations: [] as RecordOf<'allocation'>[], adjustments: [] as RecordOf<'adjustment'>[] };
  for (let at = 0; at < touched.length; at += AT_ONCE) {
    const installmentId = { in: touched.slice(at, at + AT_ONCE).map(({ id }) => id) };
    const { allocations, adjustments } = await store.read({
      allocations: { object: 'allocation', filter: { installmentId } },
      adjustments: { object: 'adjustment', filter: { installmentId } },
    });
    rows.allocations.push(...allocations);
    rows.adjustments.push(...adjustments);
  }
  const allocationsOf = grouped(rows.allocations);
  const adjustmentsOf = grouped(rows.adjustments);
  return late.flatMap((record) => {
    const own = {
      allocations: allocationsOf.get(record.id) ?? [],
      adjustments: adjustmentsOf.get(record.id) ?? [],
    };
    const to = asOfToday(record, own, todayOf(record, clock));
    const isRight =
      to === null ||
      (to.state === record.state &&
        to.lateFeeUpTo === record.lateFeeUpTo &&
        same(to.lateFee, record.lateFee));
    return isRight ? [] : [{ record, to }];
  });
}

function grouped<R extends { installmentId: string | null }>(rows: readonly R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const id = row.installmentId ?? '';
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [row]);
    else group.push(row);
  }
  return groups;
}

function same(left: Money, right: Money | null): boolean {
  return right === null ? left.minor === 0n : left.minor === right.minor;
}

type Own = { allocations: RecordOf<'allocation'>[]; adjustments: RecordOf<'adjustment'>[] };

function asOfToday(record: Late, own: Own, today: PlainDate) {
  const { amount, dueOn, closedAs, contract } = record;
  if (amount === null || contract === null) return null;
  const none = zero(amount.currency);
  const principal = own.allocations.filter(({ kind }) => kind === 'PRINCIPAL');
  const credits = own.adjustments.filter(({ kind }) => kind !== 'LATE_FEE_WAIVER');
  const reductions = [
    ...principal.flatMap(({ allocatedOn: on, amount: part }) => (on && part ? [{ on, amount: part }] : [])),
    ...credits.flatMap(({ effectiveOn: on, amount: part }) => (on && part ? [{ on, amount: part }] : [])),
  ];
  const total = (parts: readonly { amount: Money | null }[]) =>
    sum(
      parts.map((part) => part.amount ?? none),
      amount.currency,
    );
  const [paid, credited] = [total(principal), total(credits)];
  const outcome = {
    id: record.id,
    paid,
    credited,
    fee: none,
    feePaid: none,
    feeWaived: none,
    settledOn: null,
    reductions,
  };
  const terms = BEARS_LATE_FEE.includes(record.chargeType) ? lateFeeTermsOf(contract) : null;
  const { fee } = explainFee({ amount, dueOn }, outcome, terms, today);
  const state = installmentState({ amount, paid, credited, dueOn, closedAs }, today);
  const lateFee = fee ?? none;
  return { state, lateFee, lateFeeUpTo: isPositive(lateFee) && state === 'OVERDUE' ? today : null };
}

/** Every overdue installment of a contract is at hand, so its arrears add up from them. */
function contractChanges(late: readonly Late[], changes: readonly Change[], clock: Clock) {
  const to = new Map(changes.map((change) => [change.record.id, change.to]));
  const contracts = new Map<string, { contract: NonNullable<Late['contract']>; own: Late[] }>();
  for (const one of late) {
    if (one.contract === null) continue;
    const known = contracts.get(one.contract.id);
    if (known === undefined) contracts.set(one.contract.id, { contract: one.contract, own: [one] });
    else known.own.push(one);
  }
  return [...contracts.values()].flatMap(({ contract, own }) => {
    const { price } = contract;
    if (price === null) return [];
    const none = zero(price.currency);
    const today = todayOf({ contract }, clock);
    const open = own.flatMap((one) => {
      const { amount, paid, credited, dueOn } = one;
      if (amount === null || dueOn === null || dueOn >= today || isClosed(one)) return [];
      return [{ dueOn, left: openAmount({ amount, paid: paid ?? none, credited }) }];
    });
    const overdue = sum(
      open.map(({ left }) => left),
      price.currency,
    );
    const overdueSince = open.map(({ dueOn }) => dueOn).sort()[0] ?? null;
    const grown = own.map((one) =>
      subtract(to.get(one.id)?.lateFee ?? one.lateFee ?? none, one.lateFee ?? none),
    );
    const lateFee = add(contract.lateFee ?? none, sum(grown, price.currency));
    const isRight =
      same(overdue, contract.overdue) &&
      same(lateFee, contract.lateFee) &&
      overdueSince === contract.overdueSince;
    return isRight ? [] : [{ record: contract, to: { overdue, overdueSince, lateFee } }];
  });
}

async function repost(
  store: Store,
  slow: readonly Late[],
  clock: Clock,
): Promise<Pick<Swept, 'reposted' | 'failed'>> {
  const contracts = new Map(
    slow.flatMap(({ contract }) => (contract === null ? [] : [[contract.id, contract]])),
  );
  const failed: Swept['failed'] = [];
  for (const contract of contracts.values()) {
    try {
      await postContract(store, contract, todayOf({ contract }, clock));
    } catch (error) {
      failed.push({ item: contract.name, problem: error instanceof Error ? error.message : String(error) });
    }
  }
  return { reposted: contracts.size - failed.length, failed };
}
