/**
 * What reserving a unit is made of, for one unit and for a bundle: what has to be read, what is to be decided
 * on, taking the lock, and the rows.
 *
 * Changes: the unit's lock, and through the rows that it makes the reservation and all that belongs to it.
 * Guard: the unique key of the lock (C3). After a crash: each command that calls says what is left behind.
 */
import { decideReserve, queueRefusal, type ReservationStage, type ReservePlan } from '#domain/deal/index.ts';
import { permitOf } from '#domain/inventory/index.ts';
import { type Money, NO_CURRENCY, zero } from '#domain/shared/money.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import type { Store, Write } from '#port/store.ts';
import type { Run } from '../system/command.ts';
import { inputMoney } from '../system/input.ts';
import {
  type BuyerInput,
  buyerQueries,
  namesOf,
  type Party,
  partiesOf,
  partyRows,
} from './reservation-parties.ts';
import {
  type Before,
  beforeOf,
  beforeQueries,
  type Claim,
  endBefore,
  mayTakeOver,
  stateBefore,
  takeOverLock,
} from './take-over.ts';
import { displace, freeLock, takeLock } from './unit-lock.ts';

const WITH_SITE = { project: true, building: true, releaseBatch: true } as const;

export type Unit = Loaded<'unit', typeof WITH_SITE>;

/** A unit as it is found, and who has it. */
export type Found = { unit: Unit; lock: RecordOf<'unitLock'> | null; before: Before | null };

export type Reading = {
  found: Found[];
  parties: Party[];
  rules: RecordOf<'discountRule'>[];
};

export type ReadingOf = BuyerInput & {
  unitIds: readonly string[];
  discountRuleIds?: readonly string[] | undefined;
  requestId: string;
  /** Id of the reservation that is made of a unit. */
  reservationIdOf(unitId: string): string;
};

export async function readReserving(
  store: Pick<Store, 'read'>,
  asked: ReadingOf,
): Promise<Decision<Reading>> {
  const { unitIds, discountRuleIds = [], requestId } = asked;
  const { units, locks, holds, tickets, people, companies, rules } = await store.read({
    units: { object: 'unit', filter: { id: { in: unitIds } }, with: WITH_SITE },
    locks: { object: 'unitLock', filter: { lockKey: { in: unitIds } } },
    ...beforeQueries(unitIds),
    ...buyerQueries(asked),
    rules: { object: 'discountRule', filter: { id: { in: discountRuleIds } } },
  });
  const parties = partiesOf(asked, people, companies);
  const found: Found[] = [];
  for (const id of unitIds) {
    const unit = units.find((one) => one.id === id);
    if (unit === undefined) return refuse({ code: 'NOT_FOUND', what: 'unit', id });
    const lock = locks.find(({ lockKey }) => lockKey === id) ?? null;
    const own = { reservationId: asked.reservationIdOf(id), requestId };
    found.push({ unit, lock, before: beforeOf(lock, holds, tickets, own) });
  }
  if (isRefused(parties)) return parties;
  const missing = discountRuleIds.find((id) => !rules.some((rule) => rule.id === id));
  if (missing !== undefined) return refuse({ code: 'NOT_FOUND', what: 'discount rule', id: missing });
  // Chosen twice is told as such.
  const chosen = discountRuleIds.flatMap((id) => rules.find((rule) => rule.id === id) ?? []);
  return { plan: { found, parties: parties.plan, rules: chosen } };
}

export type Terms = {
  reservationId: string;
  stage: ReservationStage;
  rules: readonly RecordOf<'discountRule'>[];
  claim: Claim;
  price?: string | undefined;
  depositAsked?: string | undefined;
  validUntil?: string | undefined;
  withApproval?: boolean | undefined;
};

/** Decides on one unit for these parties. */
export function decideOne(
  run: Run,
  { unit, lock, before }: Found,
  parties: readonly Party[],
  terms: Terms,
): Decision<ReservePlan> {
  const currency = unit.project?.currencyCode || unit.listPrice?.currency || NO_CURRENCY;
  const price = optionalMoney('price', terms.price, currency);
  if (isRefused(price)) return price;
  const depositAsked = optionalMoney('depositAsked', terms.depositAsked, currency);
  if (isRefused(depositAsked)) return depositAsked;
  // A unit that is sold by queue goes only to the ticket that has chosen it.
  const isOwn = lock?.holderId === terms.reservationId;
  const ticket = before?.kind === 'TICKET' ? before.record : null;
  const needed = isOwn ? null : queueRefusal(unit.releaseBatch, unit, lock, ticket);
  if (needed !== null) return refuse(needed);
  return decideReserve({
    unit,
    project:
      unit.project === null ? NO_PROJECT : { ...unit.project, ...permitOf(unit.project, unit.building) },
    projectId: unit.projectId,
    lock,
    reservationId: terms.reservationId,
    takesOver: mayTakeOver(before, terms.claim, run.actor.memberId),
    stateBefore: stateBefore(before),
    now: run.now,
    hasBuyer: parties.length > 0,
    stage: terms.stage,
    price: price.plan,
    discounts: terms.rules,
    withApproval: terms.withApproval ?? false,
    depositAsked: depositAsked.plan,
    validUntil: terms.validUntil === undefined ? null : new Date(terms.validUntil),
    maySetPrice: run.rights.has('controlSales'),
  });
}

const NO_PROJECT = {
  name: '',
  permitRequired: false,
  permitNumber: '',
  permitExpiresOn: null,
  timeZone: 'UTC',
  holdHours: null,
  depositAsked: null,
  smallDepositHours: null,
  smallDepositAsked: null,
};

function optionalMoney(field: string, value: string | undefined, currency: string): Decision<Money | null> {
  return value === undefined ? { plan: null } : inputMoney(field, value, currency);
}

/** Takes the unit's lock, whoever had it before. Resolves to null when it is the reservation's. */
export async function takeUnit(
  run: Run,
  { unit, lock, before }: Found,
  parties: readonly Party[],
  { displaced, validUntil }: ReservePlan,
  reservationId: string,
): Promise<Refusal | null> {
  const holding = {
    holderKind: 'RESERVATION',
    holderId: reservationId,
    holderName: namesOf(parties),
    heldUntil: validUntil.toISOString(),
  } as const;
  if (displaced !== null) await displace(run.store, displaced, unit.id, run.now);
  else if (lock !== null && before !== null) return takeOverLock(run, unit, lock, holding);
  return takeLock(run, unit, holding);
}

/** What an earlier run of this request took and cannot use any more goes free. */
export async function giveBack(run: Run, { unit, lock }: Found, reservationId: string): Promise<void> {
  await freeLock(run.store, lock, unit.id, reservationId);
}

export type Reserved = {
  found: Found;
  parties: readonly Party[];
  plan: ReservePlan;
  reservationId: string;
  salespersonId: string | null;
  bundleKey?: string;
  remark?: string | undefined;
  idFor(name: string): string;
};

/** The reservation first, since the rest refers to it. */
function reservationRow(run: Run, one: Reserved): Write {
  const { found, parties, plan, reservationId, bundleKey = '', remark = '' } = one;
  const [first] = parties;
  return {
    create: 'reservation',
    row: {
      id: reservationId,
      name: nameOf(one),
      unitId: found.unit.id,
      buyerId: first?.buyerId ?? null,
      companyId: first?.companyId ?? null,
      salespersonId: one.salespersonId,
      state: stateOf(plan),
      stage: plan.stage,
      depositKind: found.unit.project?.depositKind ?? 'DINGJIN',
      listPrice: plan.listPrice,
      price: plan.price,
      depositAsked: plan.depositAsked,
      depositPaid: zero(plan.price.currency),
      depositForfeited: null,
      reservedAt: run.now.toISOString(),
      validUntil: plan.validUntil.toISOString(),
      extensions: 0,
      upgradedAt: null,
      priceApprovedBy: '',
      bundleKey,
      decidedBy: '',
      decidedOn: null,
      remark,
      requestKey: bundleKey === '' ? run.requestId : `${run.requestId} ${found.unit.id}`,
    },
  };
}

function rowsOfReservation(run: Run, one: Reserved): Write[] {
  const { found, parties, plan, reservationId, idFor } = one;
  const { unit } = found;
  const joinedOn = dateIn(run.now, unit.project?.timeZone || 'UTC');
  return [
    partyRows(parties, { reservationId, contractId: null }, { idFor, joinedOn }),
    ...(plan.steps.length === 0 ? [] : [discountRows(plan, reservationId, idFor)]),
    {
      change: 'unit',
      record: unit,
      to: {
        state: unitStateOf(plan.stage),
        heldAs: null,
        holder: namesOf(parties),
        heldUntil: plan.validUntil.toISOString(),
        claimKey: '',
      },
    },
  ];
}

/** The reservation with its rows; then the hold or ticket that it takes the place of. */
export async function writeReservations(run: Run, made: readonly Reserved[]): Promise<void> {
  await run.store.write(made.map((one) => reservationRow(run, one)));
  await run.store.write(made.flatMap((one) => rowsOfReservation(run, one)));
  for (const { found, plan, reservationId } of made) {
    if (found.before === null || plan.displaced !== null) continue;
    const today = dateIn(run.now, found.unit.project?.timeZone || 'UTC');
    await endBefore(run, found.before, reservationId, today);
  }
}

export function discountRows(
  { steps }: Pick<ReservePlan, 'steps'>,
  reservationId: string,
  idFor: (name: string) => string,
): Write {
  return {
    createMany: 'discountLine',
    rows: steps.map(({ ruleId, ...step }) => ({
      id: idFor(`discount ${step.step}`),
      ...step,
      reservationId,
      discountRuleId: ruleId,
    })),
  };
}

export function nameOf({ found, parties }: Pick<Reserved, 'found' | 'parties'>): string {
  return `${found.unit.name} · ${namesOf(parties)}`;
}

export function stateOf({ needsApproval }: ReservePlan) {
  return needsApproval ? ('PENDING_APPROVAL' as const) : ('ACTIVE' as const);
}

export function unitStateOf(stage: ReservationStage) {
  return stage === 'SMALL' ? ('SMALL_RESERVED' as const) : ('LARGE_RESERVED' as const);
}
