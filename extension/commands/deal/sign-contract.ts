/**
 * Changes: a contract with its installments; the unit's lock goes from the reservation to the contract;
 * reservation CONVERTED, unit CONTRACTED; deposits that were paid are allocated.
 * Guard: the lock is moved only while the reservation holds it; contract number and reservation are unique.
 * After a crash: a DRAFT contract, with or without the lock and installments; the same request again
 * finishes it with the same ids, and a draft that lost its unit is removed.
 */
import * as z from 'zod/mini';
import { decideSign } from '#domain/deal/index.ts';
import {
  installmentState,
  type PlanLine,
  percentTenThousandths,
  type ScheduledInstallment,
  scheduleInstallments,
} from '#domain/ledger/index.ts';
import { formatMoney, NO_CURRENCY, sum, zero } from '#domain/shared/money.ts';
import { dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import { takeDeposits } from '../ledger/post-receipts.ts';
import type { Command, Run } from '../system/command.ts';
import { date, recordId, requestId, requiredText } from '../system/input.ts';

const schema = z.object({
  requestId,
  reservationId: recordId,
  planId: recordId,
  number: requiredText,
  signedOn: date,
});

type Input = z.infer<typeof schema>;
type Reservation = Loaded<'reservation', { unit: { project: true; building: true } }>;
type Snapshot = {
  reservation: Reservation;
  lock: RecordOf<'unitLock'> | null;
  plan: RecordOf<'paymentPlan'>;
  lines: RecordOf<'paymentPlanLine'>[];
  milestones: RecordOf<'milestone'>[];
  sameNumber: RecordOf<'contract'> | null;
};
type Answer = {
  contractId: string;
  contract: string;
  price: string;
  currency: string;
  installments: number;
  depositAllocated: string;
};

export const signContract: Command<Input, Snapshot, ScheduledInstallment[], Answer> = {
  name: 'sign-contract',
  room: 'deal',
  title: 'Sign contract',
  right: 'sell',
  schema,
  subject: ({ reservationId }) => ({ kind: 'reservation', id: reservationId }),

  async load({ store }, input) {
    const { reservations, plans, lines, contracts } = await store.read({
      reservations: {
        object: 'reservation',
        filter: { id: input.reservationId },
        with: { unit: { project: true, building: true } },
      },
      plans: { object: 'paymentPlan', filter: { id: input.planId } },
      lines: { object: 'paymentPlanLine', filter: { paymentPlanId: input.planId } },
      contracts: { object: 'contract', filter: { name: input.number } },
    });
    const [reservation] = reservations;
    if (reservation === undefined)
      return refuse({ code: 'NOT_FOUND', what: 'reservation', id: input.reservationId });
    const [plan] = plans;
    if (plan === undefined) return refuse({ code: 'NOT_FOUND', what: 'payment plan', id: input.planId });
    const { locks, milestones } = await store.read({
      locks: { object: 'unitLock', filter: { lockKey: reservation.unitId ?? '' } },
      milestones: { object: 'milestone', filter: { buildingId: reservation.unit?.buildingId ?? null } },
    });
    const sameNumber = contracts[0] ?? null;
    return { plan: { reservation, lock: locks[0] ?? null, plan, lines, milestones, sameNumber } };
  },

  decide(run, input, snapshot) {
    const { reservation, lock, plan, sameNumber } = snapshot;
    const contractId = run.idFor('contract');
    // A draft of this very request: its guard, not a second look at the reservation, decides.
    const isResumed = sameNumber?.id === contractId;
    const signing = decideSign({
      reservation: isResumed ? { ...reservation, state: 'ACTIVE', validUntil: null } : reservation,
      unit: { name: reservation.unit?.name ?? '' },
      project: reservation.unit?.project ?? null,
      lock: isResumed && lock !== null ? { ...lock, holderId: contractId } : lock,
      contractId,
      number: input.number,
      numberHeldBy: sameNumber?.id ?? null,
      signedOn: input.signedOn,
      today: dateIn(run.now, timeZoneOf(reservation)),
      now: run.now,
    });
    if (isRefused(signing) && !isResumed) return signing;
    if (!plan.isActive && !isResumed) return refuse({ code: 'PLAN_NOT_OFFERED', plan: plan.name });
    return schedule(input, snapshot);
  },

  async apply(run, input, snapshot, installments) {
    const { reservation, plan } = snapshot;
    const { unit } = reservation;
    const price = reservation.price;
    if (unit === null || price === null)
      throw new Error(`Reservation ${reservation.name} lost its unit or price`);
    const contract = draft(run, input, snapshot);
    const claimed = await run.store.claim('contract', [contract]);
    if (!claimed.won) return refuse(await conflict(run, input, reservation));
    const lost = await moveLock(run, snapshot, contract.id);
    if (lost !== null) {
      await run.store.destroyWhere('contract', { id: contract.id, state: 'DRAFT' });
      return refuse(lost);
    }
    const today = dateIn(run.now, timeZoneOf(reservation));
    const rows = installments.map((one) => installmentRow(run, contract, one, snapshot.milestones, today));
    await run.store.write([{ createMany: 'installment', rows }]);
    await run.store.write([
      { change: 'contract', record: contract, to: { state: 'SIGNED' } },
      {
        change: 'reservation',
        record: reservation,
        to: { state: 'CONVERTED', closedAt: run.now.toISOString() },
      },
      {
        change: 'unit',
        record: unit,
        to: {
          state: 'CONTRACTED',
          holder: snapshot.lock?.holderName ?? unit.holder,
          heldUntil: null,
          claimKey: '',
        },
      },
    ]);
    const depositAllocated = await allocateDeposits(run, { ...contract, state: 'SIGNED' }, reservation);
    const answer = {
      contractId: contract.id,
      contract: input.number,
      price: formatMoney(price),
      currency: price.currency,
      installments: rows.length,
      depositAllocated,
    };
    const message = `Contract ${input.number} for ${unit.name} is signed: ${answer.price} ${price.currency} in ${rows.length} installments by ${plan.name}.`;
    return {
      plan: { answer, message, before: { unit: unit.state, reservation: reservation.state }, after: answer },
    };
  },
};

function timeZoneOf(reservation: Reservation): string {
  return reservation.unit?.project?.timeZone || 'UTC';
}

function schedule(
  input: Input,
  { reservation, plan, lines, milestones }: Snapshot,
): Decision<ScheduledInstallment[]> {
  if (reservation.price === null)
    return refuse({ code: 'UNIT_HAS_NO_PRICE', unit: reservation.unit?.name ?? '' });
  const ordered = [...lines].sort((a, b) => (a.step ?? 0) - (b.step ?? 0));
  const planLines: PlanLine[] = [];
  for (const line of ordered) {
    const percent = line.percent === null ? null : percentTenThousandths(line.percent);
    if (line.percent !== null && percent === null) {
      return refuse({
        code: 'PLAN_LINE_INVALID',
        plan: plan.name,
        line: line.name,
        problem: 'has a percent with more than four decimals',
      });
    }
    planLines.push({
      label: line.name,
      basis: line.basis,
      percentTenThousandths: percent,
      amount: line.amount,
      anchor: line.anchor,
      milestoneCode: line.milestoneCode || null,
      dueOn: line.dueOn,
      monthsAfter: line.monthsAfter ?? 0,
      daysAfter: line.daysAfter ?? 0,
      repeatTimes: line.repeatTimes ?? 1,
      repeatEveryMonths: line.repeatEveryMonths ?? 0,
    });
  }
  const codes = new Map<string, PlainDate | null>(
    milestones.map(({ code, certifiedOn }) => [code, certifiedOn]),
  );
  const unknown = planLines.find(
    (line) => line.anchor === 'MILESTONE' && !codes.has(line.milestoneCode ?? ''),
  );
  if (unknown !== undefined) {
    return refuse({
      code: 'PLAN_MILESTONE_MISSING',
      plan: plan.name,
      milestone: unknown.milestoneCode ?? '',
      building: reservation.unit?.building?.name ?? 'the building',
    });
  }
  const rule = { name: plan.name, remainder: plan.remainder, lines: planLines };
  return scheduleInstallments(rule, reservation.price, { signedOn: input.signedOn, milestones: codes });
}

function draft(run: Run, input: Input, { reservation }: Snapshot): RecordOf<'contract'> {
  const currency = reservation.price?.currency ?? NO_CURRENCY;
  return {
    id: run.idFor('contract'),
    name: input.number,
    unitId: reservation.unitId,
    reservationId: reservation.id,
    buyerId: reservation.buyerId,
    companyId: reservation.companyId,
    salespersonId: reservation.salespersonId,
    paymentPlanId: input.planId,
    state: 'DRAFT',
    price: reservation.price,
    paid: zero(currency),
    prepaid: zero(currency),
    signedOn: input.signedOn,
    completedOn: null,
    remark: '',
    seal: null,
  };
}

/** Why the draft could not be made: its number is taken, or another request signs the same reservation. */
async function conflict(run: Run, input: Input, reservation: Reservation): Promise<Refusal> {
  const { named } = await run.store.read({ named: { object: 'contract', filter: { name: input.number } } });
  if (named.length > 0 && named[0]?.reservationId !== reservation.id) {
    return { code: 'CONTRACT_NUMBER_TAKEN', number: input.number };
  }
  return { code: 'RESERVATION_CLOSED', reservation: reservation.name, state: 'CONVERTED' };
}

async function moveLock(
  run: Run,
  { reservation, lock }: Snapshot,
  contractId: string,
): Promise<Refusal | null> {
  const lockKey = reservation.unitId ?? '';
  if (lock !== null && lock.holderId === reservation.id) {
    const mine = { id: lock.id, lockKey, holderId: reservation.id };
    const moved = await run.store.changeWhere('unitLock', mine, {
      holderKind: 'CONTRACT',
      holderId: contractId,
      heldUntil: null,
    });
    if (moved.length > 0) return null;
  }
  const { locks } = await run.store.read({ locks: { object: 'unitLock', filter: { lockKey } } });
  const [holder] = locks;
  if (holder?.holderId === contractId) return null;
  if (holder === undefined) {
    return {
      code: 'RESERVATION_EXPIRED',
      reservation: reservation.name,
      until: reservation.validUntil ?? '',
    };
  }
  const unit = reservation.unit?.name ?? '';
  return { code: 'UNIT_TAKEN', unit, holder: holder.holderName, until: holder.heldUntil };
}

function installmentRow(
  run: Run,
  contract: RecordOf<'contract'>,
  one: ScheduledInstallment,
  milestones: readonly RecordOf<'milestone'>[],
  today: PlainDate,
) {
  const milestone = milestones.find(({ code }) => one.anchor === 'MILESTONE' && code === one.milestoneCode);
  return {
    id: run.idFor(`installment ${one.seq}`),
    name: `${contract.name} · ${one.seq} ${one.label}`,
    contractId: contract.id,
    seq: one.seq,
    dueOn: one.dueOn,
    amount: one.amount,
    paid: zero(one.amount.currency),
    state: installmentState({ ...one, paid: zero(one.amount.currency) }, today),
    anchor: one.anchor,
    milestoneId: milestone?.id ?? null,
    monthsAfter: one.monthsAfter,
    daysAfter: one.daysAfter,
    settledOn: null,
  };
}

/**
 * D2.3: a deposit is the first receipt, not a discount. Read after the conversion, so that one paid
 * at this very moment is found either here or by its own posting. Resolves to what installments took.
 */
async function allocateDeposits(
  run: Run,
  contract: RecordOf<'contract'>,
  reservation: Reservation,
): Promise<string> {
  const currency = contract.price?.currency ?? NO_CURRENCY;
  const { deposits } = await run.store.read({
    deposits: { object: 'receipt', filter: { reservationId: reservation.id, state: 'CLEARED' } },
  });
  if (deposits.length === 0) return formatMoney(zero(currency));
  const { allocations } = await takeDeposits(run.store, deposits, {
    contract,
    currency,
    today: dateIn(run.now, timeZoneOf(reservation)),
  });
  return formatMoney(
    sum(
      allocations.map(({ amount }) => amount ?? zero(currency)),
      currency,
    ),
  );
}
