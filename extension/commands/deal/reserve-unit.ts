/**
 * Changes: a reservation, the lock of its unit, and the unit's state, holder and time.
 * Guard: the unique key of the unit's lock (C3); of any number of callers one insert wins.
 * After a crash: the lock may stand without its reservation; the same request again, or the repair
 * job, writes the rest with the same ids. Until then the lock ends by itself at its time.
 */
import * as z from 'zod/mini';
import { decideReserve, type ReservePlan } from '#domain/deal/index.ts';
import { permitOf } from '#domain/inventory/index.ts';
import { formatMoney, type Money, NO_CURRENCY, zero } from '#domain/shared/money.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import type { Command, Run } from '../system/command.ts';
import { amount, inputMoney, instant, recordId, requestId, text } from '../system/input.ts';

const schema = z.object({
  requestId,
  unitId: recordId,
  buyerId: z.optional(recordId),
  companyId: z.optional(recordId),
  /** Who is shown as holder when there is no record of the buyer yet. */
  buyerName: z.optional(text),
  price: z.optional(amount),
  depositAsked: z.optional(amount),
  validUntil: z.optional(instant),
  salespersonId: z.optional(recordId),
  remark: z.optional(text),
});

type Input = z.infer<typeof schema>;
type Unit = Loaded<'unit', { project: true; building: true }>;
type Snapshot = { unit: Unit; lock: RecordOf<'unitLock'> | null; holderName: string };
type Answer = {
  reservationId: string;
  reservation: string;
  unit: string;
  price: string;
  depositAsked: string;
  currency: string;
  validUntil: string;
};

export const reserveUnit: Command<Input, Snapshot, ReservePlan, Answer> = {
  name: 'reserve-unit',
  room: 'deal',
  title: 'Reserve unit',
  right: 'sell',
  alsoUses: ({ price, depositAsked }) =>
    price === undefined && depositAsked === undefined ? [] : ['controlSales'],
  schema,
  subject: ({ unitId }) => ({ kind: 'unit', id: unitId }),

  async load({ store }, input) {
    const { units, locks, people, companies } = await store.read({
      units: { object: 'unit', filter: { id: input.unitId }, with: { project: true, building: true } },
      locks: { object: 'unitLock', filter: { lockKey: input.unitId } },
      people: { object: 'person', filter: { id: { in: input.buyerId ? [input.buyerId] : [] } } },
      companies: { object: 'company', filter: { id: { in: input.companyId ? [input.companyId] : [] } } },
    });
    const unit = units[0];
    if (unit === undefined) return refuse({ code: 'NOT_FOUND', what: 'unit', id: input.unitId });
    if (input.buyerId && people.length === 0)
      return refuse({ code: 'NOT_FOUND', what: 'person', id: input.buyerId });
    if (input.companyId && companies.length === 0) {
      return refuse({ code: 'NOT_FOUND', what: 'company', id: input.companyId });
    }
    const holderName = people[0]?.name || companies[0]?.name || input.buyerName || '';
    return { plan: { unit, lock: locks[0] ?? null, holderName } };
  },

  decide(run, input, { unit, lock, holderName }) {
    const currency = unit.project?.currencyCode || unit.listPrice?.currency || NO_CURRENCY;
    const price = optionalMoney('price', input.price, currency);
    if (isRefused(price)) return price;
    const depositAsked = optionalMoney('depositAsked', input.depositAsked, currency);
    if (isRefused(depositAsked)) return depositAsked;
    return decideReserve({
      unit,
      project:
        unit.project === null ? NO_PROJECT : { ...unit.project, ...permitOf(unit.project, unit.building) },
      lock,
      reservationId: run.idFor('reservation'),
      now: run.now,
      hasBuyer: holderName !== '',
      price: price.plan,
      depositAsked: depositAsked.plan,
      validUntil: input.validUntil === undefined ? null : new Date(input.validUntil),
      maySetPrice: run.rights.has('controlSales'),
    });
  },

  async apply(run, input, { unit, holderName }, plan) {
    const { store, now, idFor } = run;
    const reservationId = idFor('reservation');
    const heldUntil = plan.validUntil.toISOString();
    if (plan.displaced !== null) await displace(store, plan.displaced, unit.id, now);
    const lost = await takeLock(run, unit, { holderId: reservationId, holderName, heldUntil });
    if (lost !== null) return refuse(lost);
    const name = `${unit.name} · ${holderName}`;
    await store.write([
      {
        create: 'reservation',
        row: {
          id: reservationId,
          name,
          unitId: unit.id,
          buyerId: input.buyerId ?? null,
          companyId: input.companyId ?? null,
          salespersonId: input.salespersonId ?? run.actor.memberId,
          state: 'ACTIVE',
          price: plan.price,
          depositAsked: plan.depositAsked,
          depositPaid: zero(plan.price.currency),
          reservedAt: now.toISOString(),
          validUntil: heldUntil,
          remark: input.remark ?? '',
          requestKey: input.requestId,
        },
      },
      {
        change: 'unit',
        record: unit,
        to: { state: 'LARGE_RESERVED', holder: holderName, heldUntil, claimKey: '' },
      },
    ]);
    const answer = {
      reservationId,
      reservation: name,
      unit: unit.name,
      price: formatMoney(plan.price),
      depositAsked: formatMoney(plan.depositAsked),
      currency: plan.price.currency,
      validUntil: heldUntil,
    };
    const message = `${unit.name} is reserved for ${holderName} until ${heldUntil.slice(0, 16).replace('T', ' ')} UTC.`;
    return {
      plan: { answer, message, before: { state: unit.state }, after: { state: 'LARGE_RESERVED', ...answer } },
    };
  },
};

const NO_PROJECT = {
  name: '',
  permitRequired: false,
  permitNumber: '',
  permitExpiresOn: null,
  timeZone: 'UTC',
  holdHours: null,
  depositAsked: null,
};

function optionalMoney(field: string, value: string | undefined, currency: string): Decision<Money | null> {
  return value === undefined ? { plan: null } : inputMoney(field, value, currency);
}

type Holding = { holderId: string; holderName: string; heldUntil: string };

/** The one insert that decides. Resolves to null when won, to the refusal that names the holder when lost. */
async function takeLock(run: Run, unit: Unit, holding: Holding): Promise<Refusal | null> {
  const claimed = await run.store.claim('unitLock', [
    {
      id: run.idFor('lock'),
      name: unit.name,
      lockKey: unit.id,
      unitId: unit.id,
      holderKind: 'RESERVATION',
      requestKey: run.requestId,
      ...holding,
    },
  ]);
  if (claimed.won && claimed.isNew) return null;
  // Lost, or won by an earlier run whose lock may have ended since: the key itself says who has the unit.
  const { locks } = await run.store.read({ locks: { object: 'unitLock', filter: { lockKey: unit.id } } });
  const holder = locks[0];
  if (holder === undefined) return { code: 'BUSY', what: unit.name };
  if (holder.holderId === holding.holderId) return null;
  return { code: 'UNIT_TAKEN', unit: unit.name, holder: holder.holderName, until: holder.heldUntil };
}

/** Frees the key of a reservation whose time is over; of several displacers one does it, all may go on. */
async function displace(
  store: Store,
  over: { id: string; holderId: string },
  unitId: string,
  now: Date,
): Promise<void> {
  const freed = await store.changeWhere(
    'unitLock',
    { id: over.id, lockKey: unitId, holderId: over.holderId, heldUntil: { lte: now.toISOString() } },
    { lockKey: '' },
  );
  if (freed.length === 0) return;
  const { expired } = await store.read({ expired: { object: 'reservation', filter: { id: over.holderId } } });
  const closedAt = now.toISOString();
  await store.write(
    expired.map((record) => ({
      change: 'reservation' as const,
      record,
      to: { state: 'EXPIRED' as const, closedAt, closeReason: 'Time was over' },
    })),
  );
}
