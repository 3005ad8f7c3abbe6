/**
 * Changes: the unit of a reservation (换房), with its price and discounts; the locks and states of both units.
 * Guard: the new unit's lock is taken first, by its unique key; then the old one is freed, only while nobody
 * moved it: of a swap and a signing, a cancellation or an expiry at the same time exactly one wins, and a swap
 * that lost gives the new unit back.
 * After a crash: both locks, or the new one alone, are the reservation's and it still says the old unit; the
 * same request again finishes: the lock that it freed bears its request.
 */
import * as z from 'zod/mini';
import { notStanding, type ReservePlan } from '#domain/deal/index.ts';
import { derivedState } from '#domain/inventory/index.ts';
import { formatMoney } from '#domain/shared/money.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId, requiredText } from '../system/input.ts';
import { asRead, loadStanding, type Standing } from './reservation-lock.ts';
import type { Party } from './reservation-parties.ts';
import { discountsInput } from './reserve-unit.ts';
import { decideOne, discountRows, type Found, readReserving, takeUnit, unitStateOf } from './reserving.ts';
import { endBefore } from './take-over.ts';
import { freeLock, lockOf } from './unit-lock.ts';

const schema = z.object({
  requestId,
  reservationId: recordId,
  unitId: recordId,
  /** Discounts on the new unit; those of the old one end with it. */
  discountRuleIds: discountsInput,
  reason: requiredText,
});

type Input = z.infer<typeof schema>;
type Snapshot = Standing & {
  next: Found;
  rules: RecordOf<'discountRule'>[];
  parties: RecordOf<'party'>[];
  discounts: RecordOf<'discountLine'>[];
  /** The lock of the old unit that an earlier run of this request has freed. */
  freed: RecordOf<'unitLock'> | null;
  oldUnit: RecordOf<'unit'> | null;
};
type Plan = { reserve: ReservePlan } | { giveUp: Refusal };
type Answer = { reservationId: string; unit: string; price: string; currency: string; validUntil: string };

export const swapReservationUnit: Command<Input, Snapshot, Plan, Answer> = {
  name: 'swap-reservation-unit',
  room: 'deal',
  title: 'Swap unit of reservation',
  right: 'sell',
  dealOf: ({ reservation }) => reservation,
  schema,
  subject: ({ reservationId }) => ({ kind: 'reservation', id: reservationId }),

  async load({ store }, input) {
    const { reservationId, unitId } = input;
    const standing = await loadStanding(store, reservationId);
    if (isRefused(standing)) return standing;
    const reading = await readReserving(store, {
      unitIds: [unitId],
      discountRuleIds: input.discountRuleIds,
      requestId: input.requestId,
      reservationIdOf: () => reservationId,
    });
    if (isRefused(reading)) return reading;
    const [next] = reading.plan.found;
    if (next === undefined) return refuse({ code: 'NOT_FOUND', what: 'unit', id: unitId });
    const { parties, discounts, locks } = await store.read({
      parties: { object: 'party', filter: { reservationId, state: 'ACTIVE' } },
      discounts: { object: 'discountLine', filter: { reservationId } },
      locks: { object: 'unitLock', filter: { requestKey: input.requestId } },
    });
    const freed = locks.find((lock) => lock.lockKey === '' && lock.unitId !== unitId) ?? null;
    const oldId = freed?.unitId ?? standing.plan.reservation.unitId ?? '';
    const { units } = await store.read({ units: { object: 'unit', filter: { id: oldId } } });
    const { rules } = reading.plan;
    const oldUnit = units[0] ?? null;
    return { plan: { ...standing.plan, next, rules, parties, discounts, freed, oldUnit } };
  },

  decide(run, input, snapshot): Decision<Plan> {
    const { reservation, lock, next, rules } = snapshot;
    const isOurs = run.isResumed && next.lock?.holderId === reservation.id;
    const { unit } = reservation;
    const problem = isOurs ? null : notStanding({ reservation, unit, lock, now: run.now }, 'ACTIVE');
    if (problem !== null) return refuse(problem);
    if (!isOurs && reservation.unitId === input.unitId)
      return refuse({ code: 'INVALID_INPUT', field: 'unitId', problem: 'is the unit of the reservation' });
    if (!isOurs && unit?.state === 'FROZEN')
      return refuse({ code: 'STATE_NOT_ALLOWED', what: unit.name, from: 'FROZEN', to: 'AVAILABLE' });
    const decided = decideOne(run, next, [soleParty(reservation.name)], {
      reservationId: reservation.id,
      stage: reservation.stage,
      rules,
      claim: { buyerId: reservation.buyerId, isOwnOnly: true },
      depositAsked: undefined,
      validUntil: isOurs ? undefined : (reservation.validUntil ?? undefined),
    });
    const refused = isRefused(decided)
      ? decided.refused
      : decided.plan.needsApproval
        ? ({
            code: 'PRICE_BELOW_FLOOR',
            unit: next.unit.name,
            price: formatMoney(decided.plan.price),
          } as const)
        : null;
    if (!isRefused(decided) && refused === null) return { plan: { reserve: decided.plan } };
    const why = refused ?? { code: 'BUSY' as const, what: reservation.name };
    // Past the point of no return the old unit is gone, before it the new one is given back.
    return isOurs && snapshot.freed === null ? { plan: { giveUp: why } } : refuse(why);
  },

  async apply(run, { reason }, snapshot, plan) {
    const { reservation, lock, next, parties, freed } = snapshot;
    const { unit } = next;
    if ('giveUp' in plan) {
      await freeLock(run.store, next.lock, unit.id, reservation.id);
      return refuse(plan.giveUp);
    }
    const { reserve } = plan;
    const heldUntil = reservation.validUntil;
    const holderName = (freed ?? lock)?.holderName ?? reservation.name;
    const until = { ...reserve, validUntil: new Date(heldUntil ?? 0) };
    const lost = await takeUnit(run, next, [soleParty(holderName)], until, reservation.id);
    if (lost !== null) return refuse(lost);
    const busy = freed === null ? await freeOld(run, snapshot) : null;
    if (busy !== null) {
      await freeLock(run.store, await lockOf(run.store, unit.id), unit.id, reservation.id);
      return refuse(busy);
    }
    await writeSwap(run, snapshot, reserve, holderName);
    const answer = {
      reservationId: reservation.id,
      unit: unit.name,
      price: formatMoney(reserve.price),
      currency: reserve.price.currency,
      validUntil: heldUntil ?? '',
    };
    const old = snapshot.oldUnit?.name ?? '';
    const message = `${reservation.name} has ${unit.name} instead of ${old} now, for ${answer.price} ${answer.currency}.`;
    const before = {
      unit: old,
      price: reservation.price === null ? null : formatMoney(reservation.price),
      discounts: snapshot.discounts.map(({ name }) => name),
      parties: parties.length,
    };
    return { plan: { answer, message, before, after: { ...answer, reason } } };
  },
};

/** Who buys does not change: only the name under which the unit is held is asked for. */
function soleParty(name: string): Party {
  return { name, buyerId: null, companyId: null, sharePercent: 100 };
}

/** The freed lock bears this request, so that a run that was cut off knows that it was itself. */
async function freeOld(run: Run, { reservation, lock }: Snapshot): Promise<Refusal | null> {
  const busy = { code: 'BUSY', what: reservation.name } as const;
  if (lock === null || lock.holderId !== reservation.id) return busy;
  const to = { lockKey: '', requestKey: run.requestId };
  const done = await run.store.changeWhere('unitLock', asRead(lock), to);
  return done.length > 0 ? null : busy;
}

/** The reservation last: until then it says the old unit, and the same request again goes on. */
async function writeSwap(run: Run, snapshot: Snapshot, reserve: ReservePlan, holder: string): Promise<void> {
  const { reservation, next, discounts, oldUnit } = snapshot;
  const { unit } = next;
  const { store, idFor } = run;
  const current = await lockOf(store, oldUnit?.id ?? '');
  const state = unitStateOf(reservation.stage);
  await store.write([
    ...(reserve.steps.length === 0 ? [] : [discountRows(reserve, reservation.id, idFor)]),
    {
      change: 'unit',
      record: unit,
      to: { state, heldAs: null, holder, heldUntil: reservation.validUntil, claimKey: '' },
    },
    // Somebody else may have the old unit by now; then its state is theirs.
    ...(oldUnit === null || current !== null
      ? []
      : [
          {
            change: 'unit' as const,
            record: oldUnit,
            to: { state: derivedState(oldUnit.state, null), holder: '', heldUntil: null, claimKey: '' },
          },
        ]),
  ]);
  const today = dateIn(run.now, unit.project?.timeZone || 'UTC');
  if (next.before !== null && reserve.displaced === null)
    await endBefore(run, next.before, reservation.id, today);
  const given = new Set(reserve.steps.map((_step, index) => idFor(`discount ${index + 1}`)));
  const ended = discounts.map(({ id }) => id).filter((id) => !given.has(id));
  if (ended.length > 0)
    await store.destroyWhere('discountLine', { id: { in: ended }, reservationId: reservation.id });
  const { price, listPrice } = reserve;
  const name = `${unit.name} · ${holder}`;
  await store.write([
    { change: 'reservation', record: reservation, to: { unitId: unit.id, name, price, listPrice } },
  ]);
}
