/**
 * Changes: a contract with its installments; the unit's lock goes from the reservation to the contract;
 * reservation CONVERTED, unit CONTRACTED; its parties are the contract's; deposits that were paid are allocated.
 * Guard: the lock is moved only while the reservation holds it and nobody has moved it; contract number and reservation are unique.
 * After a crash: a DRAFT contract, with or without the lock and installments; the same request again
 * finishes it with the same ids, and a draft that lost its unit is removed.
 */
import * as z from 'zod/mini';
import { decideSign, frozenRefusal, replayDiscounts } from '#domain/deal/index.ts';
import { permitOf } from '#domain/inventory/index.ts';
import type { ScheduledInstallment } from '#domain/ledger/index.ts';
import { formatMoney, type Money, NO_CURRENCY, sum, zero } from '#domain/shared/money.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import type { Write } from '#port/store.ts';
import { takeDeposits } from '../ledger/deposits.ts';
import { scheduledRow } from '../ledger/installment-rows.ts';
import { CALENDAR_QUERY, calendarOf, planQueries, scheduleByPlan } from '../ledger/plan-records.ts';
import { termsOf } from '../ledger/terms.ts';
import type { Command, Run } from '../system/command.ts';
import { amount, date, inputMoney, recordId, requestId, requiredText } from '../system/input.ts';
import { asRead } from './reservation-lock.ts';
import { partyRows } from './reservation-parties.ts';
import { freezeOf } from './unit-lock.ts';

const schema = z.object({
  requestId,
  reservationId: recordId,
  planId: recordId,
  number: requiredText,
  signedOn: date,
  /** What the contract calls deposit (定金); without it the deposit that the reservation asked. */
  depositAgreed: z.optional(amount),
});

type Input = z.infer<typeof schema>;
type Reservation = Loaded<'reservation', { unit: { project: true; building: true } }>;
type Snapshot = {
  reservation: Reservation;
  lock: RecordOf<'unitLock'> | null;
  plan: RecordOf<'paymentPlan'>;
  lines: RecordOf<'paymentPlanLine'>[];
  milestones: RecordOf<'milestone'>[];
  calendarDays: RecordOf<'calendarDay'>[];
  sameNumber: RecordOf<'contract'> | null;
  freeze: RecordOf<'unitHold'> | null;
  parties: RecordOf<'party'>[];
  discounts: RecordOf<'discountLine'>[];
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
  dealOf: ({ reservation }) => reservation,
  schema,
  subject: ({ reservationId }) => ({ kind: 'reservation', id: reservationId }),

  async load({ store }, input) {
    const { reservations, plans, lines, contracts, calendarDays, parties, discounts } = await store.read({
      reservations: {
        object: 'reservation',
        filter: { id: input.reservationId },
        with: { unit: { project: true, building: true } },
      },
      ...planQueries(input.planId),
      ...CALENDAR_QUERY,
      contracts: { object: 'contract', filter: { name: input.number } },
      parties: { object: 'party', filter: { reservationId: input.reservationId, state: 'ACTIVE' } },
      discounts: { object: 'discountLine', filter: { reservationId: input.reservationId } },
    });
    const [reservation] = reservations;
    if (reservation === undefined)
      return refuse({ code: 'NOT_FOUND', what: 'reservation', id: input.reservationId });
    const [plan] = plans;
    if (plan === undefined) return refuse({ code: 'NOT_FOUND', what: 'payment plan', id: input.planId });
    const { locks, milestones, freezes } = await store.read({
      locks: { object: 'unitLock', filter: { lockKey: reservation.unitId ?? '' } },
      milestones: { object: 'milestone', filter: { buildingId: reservation.unit?.buildingId ?? null } },
      freezes: freezeOf(reservation.unitId),
    });
    const sameNumber = contracts[0] ?? null;
    const lock = locks[0] ?? null;
    return {
      plan: {
        reservation,
        lock,
        plan,
        lines,
        milestones,
        calendarDays,
        sameNumber,
        parties,
        discounts,
        freeze: freezes[0] ?? null,
      },
    };
  },

  decide(run, input, snapshot) {
    const { reservation, lock, plan, sameNumber } = snapshot;
    const contractId = run.idFor('contract');
    // A draft of this very request: its guard, not a second look at the reservation, decides.
    const isResumed = sameNumber?.id === contractId;
    const signing = decideSign({
      reservation: isResumed ? { ...reservation, state: 'ACTIVE', validUntil: null } : reservation,
      unit: { name: reservation.unit?.name ?? '', state: reservation.unit?.state ?? 'PLANNED' },
      hasBuyer: snapshot.parties.length > 0 || hasBuyer(reservation, lock),
      quotedPrice: quotedPrice(snapshot),
      project: permitOfUnit(reservation),
      lock: isResumed && lock !== null ? { ...lock, holderId: contractId } : lock,
      contractId,
      number: input.number,
      numberHeldBy: sameNumber?.id ?? null,
      signedOn: input.signedOn,
      today: dateIn(run.now, timeZoneOf(reservation)),
      now: run.now,
    });
    const { unit } = reservation;
    const frozen = unit === null || isResumed ? null : frozenRefusal(unit, snapshot.freeze);
    if (frozen !== null) return refuse(frozen);
    if (isRefused(signing) && !isResumed) return signing;
    if (!plan.isActive && !isResumed) return refuse({ code: 'PLAN_NOT_OFFERED', plan: plan.name });
    const deposit = depositAgreed(input, reservation);
    return isRefused(deposit) ? deposit : schedule(input, snapshot);
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
    const rows = installments.map((one) =>
      scheduledRow(contract, one, snapshot.milestones, { id: run.idFor(`installment ${one.seq}`), today }),
    );
    await run.store.write([{ createMany: 'installment', rows }, partiesTo(run, snapshot, contract)]);
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

/** One made before parties were kept has only its buyer, and the name under which the unit is held. */
function hasBuyer({ buyerId, companyId }: Reservation, lock: RecordOf<'unitLock'> | null): boolean {
  return buyerId !== null || companyId !== null || (lock?.holderName ?? '') !== '';
}

/** The price that the stored discounts lead to; without any the agreed one, which only commands write. */
function quotedPrice({ reservation, discounts }: Snapshot): Money | null {
  const { listPrice, price } = reservation;
  return discounts.length === 0 || listPrice === null ? price : replayDiscounts(listPrice, discounts);
}

/** The parties of the reservation are those of the contract. */
function partiesTo(run: Run, snapshot: Snapshot, contract: RecordOf<'contract'>): Write {
  const { parties, reservation, lock } = snapshot;
  const contractId = contract.id;
  if (parties.length > 0)
    return { changeMany: 'party', changes: parties.map((record) => ({ record, to: { contractId } })) };
  const { buyerId, companyId } = reservation;
  const sole = { name: lock?.holderName ?? '', buyerId, companyId, sharePercent: 100 };
  const joinedOn = dateIn(run.now, timeZoneOf(reservation));
  return partyRows([sole], { reservationId: reservation.id, contractId }, { idFor: run.idFor, joinedOn });
}

/** D6: the permit of the building where it has one of its own. */
function permitOfUnit({ unit }: Reservation) {
  return unit === null || unit.project === null ? null : permitOf(unit.project, unit.building);
}

function timeZoneOf(reservation: Reservation): string {
  return reservation.unit?.project?.timeZone || 'UTC';
}

function schedule(input: Input, snapshot: Snapshot): Decision<ScheduledInstallment[]> {
  const { reservation, plan, lines, milestones, calendarDays } = snapshot;
  const { price, unit } = reservation;
  if (price === null) return refuse({ code: 'UNIT_HAS_NO_PRICE', unit: unit?.name ?? '' });
  const calendar = calendarOf(unit?.project ?? null, calendarDays);
  const building = unit?.building?.name ?? 'the building';
  const site = { plan, lines, milestones, building, calendar };
  return scheduleByPlan(site, price, { signedOn: input.signedOn });
}

function depositAgreed(input: Input, { price, depositAsked }: Reservation): Decision<Money | null> {
  if (input.depositAgreed === undefined) return { plan: depositAsked };
  return inputMoney('depositAgreed', input.depositAgreed, price?.currency ?? NO_CURRENCY);
}

function draft(run: Run, input: Input, { reservation, plan }: Snapshot): RecordOf<'contract'> {
  const none = zero(reservation.price?.currency ?? NO_CURRENCY);
  const deposit = depositAgreed(input, reservation);
  return {
    id: run.idFor('contract'),
    name: input.number,
    unitId: reservation.unitId,
    reservationId: reservation.id,
    buyerId: reservation.buyerId,
    companyId: reservation.companyId,
    salespersonId: reservation.salespersonId,
    soldById: reservation.salespersonId,
    paymentPlanId: input.planId,
    state: 'DRAFT',
    price: reservation.price,
    paid: none,
    prepaid: none,
    refunded: none,
    lateFee: none,
    lateFeePaid: none,
    lateFeeWaived: none,
    overdue: none,
    overdueSince: null,
    signedOn: input.signedOn,
    completedOn: null,
    cancelledOn: null,
    cancelKind: null,
    depositAgreed: isRefused(deposit) ? null : deposit.plan,
    contractArea: reservation.unit?.areaSquareMetres ?? null,
    ...termsOf(reservation.unit?.project ?? null),
    dueDayRule: plan.dueDayRule,
    letterLanguage: 'EN',
    virtualAccount: '',
    dunningPausedUntil: null,
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
    const moved = await run.store.changeWhere('unitLock', asRead(lock), {
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
  if (holder.holderId === reservation.id) return { code: 'BUSY', what: reservation.name };
  const unit = reservation.unit?.name ?? '';
  return { code: 'UNIT_TAKEN', unit, holder: holder.holderName, until: holder.heldUntil };
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
    deposits: { object: 'receipt', filter: { reservationId: reservation.id } },
  });
  if (deposits.length === 0) return formatMoney(zero(currency));
  const today = dateIn(run.now, timeZoneOf(reservation));
  const { book } = await takeDeposits(run.store, deposits, contract, today);
  return formatMoney(
    sum(
      book.allocations.map(({ amount }) => amount ?? zero(currency)),
      currency,
    ),
  );
}
