/**
 * Re-planning a contract (D2.6), for another price, another plan or another unit: what is paid stays, what is
 * open is taken off, the rest of the price is planned anew. Works rows out and writes them.
 *
 * Changes: new installments, adjustments on the old ones, which are closed when nothing is left of them.
 * Guard: the contract change's place, and the slots of the adjustments. After a crash: new and old lines stand
 * side by side; made again, what is taken off follows from what the new ones say, whatever was paid since.
 */
import { type AdjustmentKind, type Replan, replan, type ScheduledInstallment } from '#domain/ledger/index.ts';
import { formatMoney, isPositive, type Money, subtract, sum, zero } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { Run } from '../system/command.ts';
import { addAdjustments, addInstallments } from './add-rows.ts';
import { type Book, currencyOf, replayBook } from './book.ts';
import type { AdjustmentRow } from './contract-changes.ts';
import { type ContractBook, type ContractOfProject, todayOf } from './contract-of.ts';
import { type InstallmentRow, installmentRow, scheduledRow } from './installment-rows.ts';
import { calendarOf, scheduleByPlan } from './plan-records.ts';

/** The plan with what its dates follow, of the unit that the contract will have. */
export type PlanGround = {
  plan: RecordOf<'paymentPlan'>;
  lines: RecordOf<'paymentPlanLine'>[];
  milestones: RecordOf<'milestone'>[];
  calendarDays: RecordOf<'calendarDay'>[];
};

export type Replanning = {
  price: Money;
  /** Paid for the home so far: it stays. */
  paid: Money;
  change: Replan;
  schedule: ScheduledInstallment[];
};

type Installment = RecordOf<'installment'>;

/** So many rows are all or nothing in one insert. */
const MOST_LINES = 200;

export function decideReplanning(
  run: Run,
  { contract, book }: ContractBook,
  { plan, lines, milestones, calendarDays }: PlanGround,
  { price, effectiveOn }: { price: Money; effectiveOn: PlainDate },
): Decision<Replanning> {
  if (!isPositive(price))
    return refuse({ code: 'INVALID_INPUT', field: 'newPrice', problem: 'must be above zero' });
  const { change, paid } = replanned(run, contract, book, price);
  const decided = { price, paid, change, schedule: [] };
  if (ownInstallments(run, book).length > 0 || !isPositive(change.remaining)) return { plan: decided };
  const calendar = calendarOf(contract.unit?.project ?? null, calendarDays);
  const site = { plan, lines, milestones, building: 'the building', calendar };
  const schedule = scheduleByPlan(site, change.remaining, { signedOn: effectiveOn });
  if (isRefused(schedule)) return schedule;
  if (schedule.plan.length > MOST_LINES) {
    const problem = `makes more than ${MOST_LINES} installments`;
    return refuse({ code: 'INVALID_INPUT', field: 'planId', problem });
  }
  return { plan: { ...decided, schedule: schedule.plan } };
}

/** What the contract asks for anew, with the numbers after the last one in use. */
export function newInstallments(
  run: Run,
  contract: ContractOfProject,
  { schedule, price }: Pick<Replanning, 'schedule' | 'price'>,
  milestones: readonly RecordOf<'milestone'>[],
  seqAfter: number,
): InstallmentRow[] {
  const today = todayOf(contract, run.now);
  const made = schedule.map((one) =>
    scheduledRow(contract, one, milestones, { id: newId(run, one.seq), seqAfter, today }),
  );
  if (made.length > 0) return made;
  // What was paid covers the price: one of zero says so, and that this request has been here.
  const asked = { id: newId(run, 1), seq: seqAfter + 1, label: 'Nothing left to plan', dueOn: null };
  const row = installmentRow(contract, { ...asked, amount: zero(price.currency) }, today);
  return [{ ...row, closedAs: 'CANCELLED', state: 'CANCELLED' }];
}

/** What is taken off the old lines; of a run that goes on, what is not taken off yet. */
export function takenOffRows(
  run: Run,
  contract: ContractOfProject,
  book: Book,
  { price, reason }: { price: Money; reason: string },
): AdjustmentRow[] {
  const today = todayOf(contract, run.now);
  const { change } = replanned(run, contract, book, price);
  return change.takenOff.map(({ id: installmentId, amount }) => {
    // What somebody else let come free after it was taken off is taken off beside.
    const own = ownIds(run, installmentId);
    const times = book.adjustments.filter(({ id }) => own.has(id)).length;
    const name = book.installments.find((one) => one.id === installmentId)?.name ?? '';
    return {
      id: run.idFor(nthName(installmentId, times)),
      name: `${name} · ${formatMoney(amount)}`,
      contractId: contract.id,
      installmentId,
      kind: 'REPLANNING' as const,
      amount,
      effectiveOn: today,
      reason,
      askedBy: run.actor.name,
      approvedBy: run.approval?.by ?? '',
      slotKey: '',
      seal: null,
    };
  });
}

const MOST_TIMES = 20;

function ownIds(run: Run, installmentId: string): ReadonlySet<string> {
  const names = Array.from({ length: MOST_TIMES }, (_, index) => nthName(installmentId, index));
  return new Set(names.map((name) => run.idFor(name)));
}

function nthName(installmentId: string, index: number): string {
  return index === 0 ? `adjustment ${installmentId}` : `adjustment ${installmentId} ${index + 1}`;
}

/** Writes the new lines, then takes the old ones off and closes those of which nothing is left. */
export async function carryReplanning(
  run: Run,
  { contract, book }: ContractBook,
  milestones: readonly RecordOf<'milestone'>[],
  planning: Replanning,
  reason: string,
): Promise<void> {
  const { store } = run;
  const ours = ownInstallments(run, book);
  const added =
    ours.length > 0
      ? []
      : await addInstallments(store, contract, book.installments, (seqAfter) =>
          newInstallments(run, contract, planning, milestones, seqAfter),
        );
  const withNew = { ...book, installments: [...book.installments, ...added] };
  const after = await addAdjustments(store, contract, withNew, (known) =>
    takenOffRows(run, contract, known, { price: planning.price, reason }),
  );
  const changes = closing(run, after).map((record) => ({ record, to: { closedAs: 'CANCELLED' as const } }));
  await store.write([{ changeMany: 'installment', changes }]);
}

function newId(run: Run, seq: number): string {
  return run.idFor(`installment ${seq}`);
}

/** Installments that an earlier run of this request has made. */
export function ownInstallments(run: Run, { installments }: Book): Installment[] {
  const ids = new Set(Array.from({ length: MOST_LINES }, (_, index) => newId(run, index + 1)));
  return installments.filter(({ id }) => ids.has(id));
}

function replanned(run: Run, contract: ContractOfProject, book: Book, price: Money) {
  const ours = ownInstallments(run, book);
  const isOurs = ({ id }: Installment) => ours.some((one) => one.id === id);
  const old = book.installments.filter((one) => one.chargeType === 'HOUSE_PRICE' && !isOurs(one));
  const lines = plannedLines(old, { contract, book }, todayOf(contract, run.now));
  const none = zero(price.currency);
  const planned = ours.length === 0 ? null : total(ours, price.currency);
  const paid = sum(
    lines.map((line) => line.paid),
    none.currency,
  );
  return { change: replan(lines, price, planned), paid };
}

/** Credits of an earlier re-planning are no part of the price any more; those of a waiver or settlement are. */
function plannedLines(old: readonly Installment[], { contract, book }: ContractBook, today: PlainDate) {
  const none = zero(currencyOf(contract));
  const { charges } = replayBook(contract, book, today);
  return old.map((one) => {
    const { paid = none, credited = none } = charges.find(({ id }) => id === one.id) ?? {};
    const settled = book.adjustments.filter(
      ({ installmentId, kind }) => installmentId === one.id && SETTLING.includes(kind),
    );
    const amount = one.amount ?? none;
    return { id: one.id, seq: one.seq ?? 0, amount, credited, settled: total(settled, none.currency), paid };
  });
}

const SETTLING: readonly AdjustmentKind[] = ['PRINCIPAL_WAIVER', 'AREA_SETTLEMENT'];

/** Old lines that this request took off, and of which nothing is left. */
function closing(run: Run, { installments, adjustments }: Book): Installment[] {
  return installments.filter((one) => {
    const own = adjustments.filter(
      ({ installmentId, kind }) => installmentId === one.id && kind !== 'LATE_FEE_WAIVER',
    );
    const none = zero(one.amount?.currency ?? '');
    const left = subtract(one.amount ?? none, total(own, none.currency));
    if (own.length === 0 || isPositive(left)) return false;
    const ids = ownIds(run, one.id);
    return own.some(({ id }) => ids.has(id));
  });
}

function total(rows: readonly { amount: Money | null }[], currency: string): Money {
  return sum(
    rows.map(({ amount }) => amount ?? zero(currency)),
    currency,
  );
}
