/**
 * The nightly sweep: days pass, installments fall due, late fees grow. Its work is in proportion to what is
 * overdue or falls due, never to what exists: everything else is left unread.
 *
 * Changes: states, due dates and late fees of installments, totals of their contracts. Guard: none needed,
 * all of it is derived; two runs at once write the same. After a crash: the next run goes on; if it came
 * between the fees of installments and those of their contracts, reconcile brings the contracts along.
 */
import {
  BEARS_LATE_FEE,
  installmentState,
  lateFee,
  lateFeeRuleFor,
  lateFeeTermsOf,
  openAmount,
  type Reduction,
} from '#domain/ledger/index.ts';
import { add, isPositive, type Money, subtract, sum, zero } from '#domain/shared/money.ts';
import { addDays, dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import type { Fields, Loaded, RecordOf } from '#port/records.ts';
import type { Clock, Store } from '#port/store.ts';
import { datedBy } from '../inventory/certify-milestone.ts';
import { isClosed } from './book.ts';
import { type ContractOfProject, WITH_PROJECT } from './contract-of.ts';
import { CALENDAR_QUERY, calendarOf } from './plan-records.ts';
import { postContract } from './post-receipts.ts';

export type Swept = {
  installments: number;
  contracts: number;
  reposted: number;
  failed: { item: string; problem: string }[];
};

type TodayOf = (contract: ContractOfProject | null) => PlainDate;
type Found = Loaded<'installment', { contract: typeof WITH_PROJECT }>;
type Late = Found & { contract: ContractOfProject; amount: Money };
/** Everything of a contract that is overdue or due today. */
type Group = { contract: ContractOfProject; today: PlainDate; late: Late[] };

type InstallmentChange = { record: RecordOf<'installment'>; to: Partial<Fields<'installment'>> };
type ContractChange = { record: ContractOfProject; to: Partial<Fields<'contract'>> };
type Work = { installments: InstallmentChange[]; contracts: ContractChange[] };

const AT_ONCE = 200;
const WITH = { contract: WITH_PROJECT } as const;

export async function sweepLedger({ store, clock }: { store: Store; clock: Clock }): Promise<Swept> {
  const now = clock.now();
  const todayOf = daysOf(now);
  const dated = await dateCertified(store, todayOf);
  const groups = byContract(await readLate(store, now, todayOf), todayOf);
  const partsOf = await readParts(store, groups);
  const { work, slow, failed } = workOutAll(groups, partsOf);
  if (work.installments.length > 0)
    await store.write([{ changeMany: 'installment', changes: work.installments }]);
  if (work.contracts.length > 0) await store.write([{ changeMany: 'contract', changes: work.contracts }]);
  const notPosted = await repost(store, slow);
  return {
    installments: dated + work.installments.length,
    contracts: work.contracts.length,
    reposted: slow.length - notPosted.length,
    failed: [...failed, ...notPosted],
  };
}

/** The day in each project. All are taken at one moment, so that a run over midnight knows one day only. */
function daysOf(now: Date): TodayOf {
  const days = new Map<string, PlainDate>();
  return (contract) => {
    const zone = contract?.unit?.project?.timeZone || 'UTC';
    const day = days.get(zone) ?? dateIn(now, zone);
    days.set(zone, day);
    return day;
  };
}

/** Milestones were certified and a crash left installments without their date. */
async function dateCertified(store: Store, todayOf: TodayOf): Promise<number> {
  const { undated } = await store.read({
    undated: {
      object: 'installment',
      filter: {
        milestone: { certifiedOn: { not: null } },
        dueOn: null,
        // One that a deposit has paid in part waits for its date as well.
        state: { in: ['SCHEDULED', 'PARTIALLY_PAID'] },
      },
      with: { ...WITH, milestone: true },
    },
  });
  if (undated.length === 0) return 0;
  const { calendarDays } = await store.read(CALENDAR_QUERY);
  const changes = undated.flatMap((record) => {
    const certifiedOn = record.milestone?.certifiedOn ?? null;
    if (certifiedOn === null || isClosed(record)) return [];
    const calendar = calendarOf(record.contract?.unit?.project ?? null, calendarDays);
    return [{ record, to: datedBy(record, certifiedOn, todayOf(record.contract), calendar) }];
  });
  if (changes.length > 0) await store.write([{ changeMany: 'installment', changes }]);
  return changes.length;
}

async function readLate(store: Store, now: Date, todayOf: TodayOf): Promise<Late[]> {
  // The latest calendar day anywhere on earth: each project's own day decides below.
  const latest = dateIn(new Date(now.getTime() + 14 * 3_600_000), 'UTC');
  const { due, overdue } = await store.read({
    due: {
      object: 'installment',
      filter: { state: { in: ['PENDING', 'DUE', 'PARTIALLY_PAID'] }, dueOn: { lte: latest } },
      with: WITH,
    },
    overdue: { object: 'installment', filter: { state: 'OVERDUE' }, with: WITH },
  });
  const fallen = due.filter(({ dueOn, contract }) => dueOn !== null && dueOn <= todayOf(contract));
  // What another run makes overdue between two pages would come twice.
  const found = new Map([...fallen, ...overdue].map((one) => [one.id, one]));
  return [...found.values()].filter(isOwed);
}

function isOwed(one: Found): one is Late {
  return one.contract !== null && one.amount !== null;
}

function byContract(late: readonly Late[], todayOf: TodayOf): Group[] {
  const groups = new Map<string, Group>();
  for (const one of late) {
    const { contract } = one;
    const group = groups.get(contract.id) ?? { contract, today: todayOf(contract), late: [] };
    group.late.push(one);
    groups.set(contract.id, group);
  }
  return [...groups.values()];
}

/** A balance may pay what fell due: that is posting, row by row. */
function hasBalance({ contract }: Group): boolean {
  return contract.prepaid !== null && isPositive(contract.prepaid);
}

/** What of an installment's principal was paid and what was taken off, by day. */
type Parts = { paid: Reduction[]; credited: Reduction[] };
type PartsOf = (one: Late) => Parts;

/** Only of what was paid or reduced in part are there rows to read, and not if it is to be posted anyway. */
async function readParts(store: Store, groups: readonly Group[]): Promise<PartsOf> {
  const late = groups.filter((group) => !hasBalance(group)).flatMap((group) => group.late);
  const idsWith = (total: 'paid' | 'credited') =>
    late.flatMap(({ id, [total]: amount }) => (amount !== null && isPositive(amount) ? [id] : []));
  const [paid, credited] = [idsWith('paid'), idsWith('credited')];
  const rows = { allocations: [] as RecordOf<'allocation'>[], adjustments: [] as RecordOf<'adjustment'>[] };
  for (let at = 0; at < Math.max(paid.length, credited.length); at += AT_ONCE) {
    const next = (ids: readonly string[]) => ({ in: ids.slice(at, at + AT_ONCE) });
    const { allocations, adjustments } = await store.read({
      allocations: { object: 'allocation', filter: { installmentId: next(paid), kind: 'PRINCIPAL' } },
      adjustments: {
        object: 'adjustment',
        filter: { installmentId: next(credited), kind: { not: 'LATE_FEE_WAIVER' } },
      },
    });
    rows.allocations.push(...allocations);
    rows.adjustments.push(...adjustments);
  }
  const payments = byInstallment(standing(rows.allocations), ({ allocatedOn }) => allocatedOn);
  const credits = byInstallment(rows.adjustments, ({ effectiveOn }) => effectiveOn);
  return ({ id }) => ({ paid: payments.get(id) ?? [], credited: credits.get(id) ?? [] });
}

/** Without what was taken back: its day would cut a segment, and each segment is rounded by itself. */
function standing(rows: readonly RecordOf<'allocation'>[]): RecordOf<'allocation'>[] {
  const takenBack = new Set(rows.map(({ mirrorOf }) => mirrorOf));
  return rows.filter(({ id, mirrorOf }) => mirrorOf === '' && !takenBack.has(id));
}

function byInstallment<R extends { installmentId: string | null; amount: Money | null }>(
  rows: readonly R[],
  dayOf: (row: R) => PlainDate | null,
): Map<string, Reduction[]> {
  const parts = new Map<string, Reduction[]>();
  for (const row of rows) {
    const { installmentId, amount } = row;
    const on = dayOf(row);
    if (installmentId === null || amount === null || on === null) continue;
    const known = parts.get(installmentId);
    if (known === undefined) parts.set(installmentId, [{ on, amount }]);
    else known.push({ on, amount });
  }
  return parts;
}

/** A contract that cannot be worked out, say by an amount in another currency, holds up no other. */
function workOutAll(groups: readonly Group[], partsOf: PartsOf) {
  const work: Work = { installments: [], contracts: [] };
  const slow: Group[] = [];
  const failed: Swept['failed'] = [];
  for (const group of groups) {
    try {
      const own = hasBalance(group) ? null : workOut(group, partsOf);
      if (own === null) slow.push(group);
      work.installments.push(...(own?.installments ?? []));
      work.contracts.push(...(own?.contracts ?? []));
    } catch (error) {
      failed.push(problemOf(group, error));
    }
  }
  return { work, slow, failed };
}

/** null when posting has to do it. */
function workOut({ contract, today, late }: Group, partsOf: PartsOf): Work | null {
  if (late.some((one) => isToBill(one, partsOf(one), today))) return null;
  const dues = late.map((record) => ({ record, ...asOfToday(record, partsOf(record), today) }));
  const changed = dues.filter(
    ({ record, to }) =>
      to.state !== record.state ||
      to.lateFeeUpTo !== record.lateFeeUpTo ||
      !isSame(to.lateFee, record.lateFee),
  );
  return {
    installments: changed.map(({ record, to }) => ({ record, to })),
    contracts: contractChange(contract, dues),
  };
}

/** Once a month the fees up to its end are billed, and only posting writes those entries. */
function isToBill(one: Late, parts: Parts, today: PlainDate): boolean {
  const monthEnd = addDays(`${today.slice(0, 7)}-01` as PlainDate, -1);
  if (one.lateFeeUpTo !== null && one.lateFeeUpTo > monthEnd) return false;
  return isPositive(feeUpTo(one, parts, monthEnd));
}

function feeUpTo(one: Late, { paid, credited }: Parts, day: PlainDate): Money {
  const { amount, dueOn, chargeType, contract } = one;
  const terms = BEARS_LATE_FEE.includes(chargeType) ? lateFeeTermsOf(contract) : null;
  if (terms === null || dueOn === null || dueOn >= day) return zero(amount.currency);
  return lateFee({ amount, dueOn, reductions: [...paid, ...credited] }, lateFeeRuleFor(amount, terms), day);
}

type Due = { to: Pick<Fields<'installment'>, 'state' | 'lateFeeUpTo'> & { lateFee: Money }; open: Money };

function asOfToday(one: Late, parts: Parts, today: PlainDate): Due {
  const { amount, dueOn, closedAs } = one;
  const byToday = (reductions: readonly Reduction[]) =>
    sum(
      reductions.filter(({ on }) => on <= today).map((part) => part.amount),
      amount.currency,
    );
  const [paid, credited] = [byToday(parts.paid), byToday(parts.credited)];
  const state = installmentState({ amount, paid, credited, dueOn, closedAs }, today);
  const fee = feeUpTo(one, parts, today);
  const lateFeeUpTo = isPositive(fee) && state === 'OVERDUE' ? today : null;
  return { to: { state, lateFee: fee, lateFeeUpTo }, open: openAmount({ amount, paid, credited }) };
}

/** Every overdue installment is at hand, so the arrears add up from them; fees change by what theirs do. */
function contractChange(contract: ContractOfProject, dues: readonly (Due & { record: Late })[]) {
  if (contract.price === null) return [];
  const { currency } = contract.price;
  const none = zero(currency);
  const overdueOnes = dues.filter(({ to }) => to.state === 'OVERDUE');
  const overdue = sum(
    overdueOnes.map(({ open }) => open),
    currency,
  );
  const overdueSince = overdueOnes.flatMap(({ record }) => record.dueOn ?? []).sort()[0] ?? null;
  const grown = dues.map(({ record, to }) => subtract(to.lateFee, record.lateFee ?? none));
  const fees = add(contract.lateFee ?? none, sum(grown, currency));
  const isRight =
    isSame(overdue, contract.overdue) &&
    isSame(fees, contract.lateFee) &&
    overdueSince === contract.overdueSince;
  return isRight ? [] : [{ record: contract, to: { overdue, overdueSince, lateFee: fees } }];
}

/** An amount that was never written counts as zero. */
function isSame(amount: Money, stored: Money | null): boolean {
  return amount.minor === (stored?.minor ?? 0n);
}

/** Resolves to what could not be posted. */
async function repost(store: Store, groups: readonly Group[]): Promise<Swept['failed']> {
  const failed: Swept['failed'] = [];
  for (const group of groups) {
    try {
      await postContract(store, group.contract, group.today);
    } catch (error) {
      failed.push(problemOf(group, error));
    }
  }
  return failed;
}

function problemOf({ contract }: Group, error: unknown): Swept['failed'][number] {
  return { item: contract.name, problem: error instanceof Error ? error.message : String(error) };
}
