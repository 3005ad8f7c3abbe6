/**
 * Changes: what reserve-unit changes, for each unit of a bundle (home, parking, storage), all or nothing.
 * Guard: the unique keys of the locks, taken in the order of the units' ids (E21.2); when one is lost those that
 * were taken are released. The reservations share a bundle key.
 * After a crash: some locks may stand without their reservations; the same request again, or the repair job,
 * finishes the bundle or releases them. Until then they end by themselves at their time.
 */
import * as z from 'zod/mini';
import type { ReservePlan } from '#domain/deal/index.ts';
import { formatMoney, sum } from '#domain/shared/money.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { Command, Run } from '../system/command.ts';
import { amount, instant, recordId, requestId, text } from '../system/input.ts';
import { buyerShape, namesOf } from './reservation-parties.ts';
import { discountsInput, stageInput } from './reserve-unit.ts';
import {
  decideOne,
  type Found,
  giveBack,
  type Reading,
  type Reserved,
  readReserving,
  takeUnit,
  writeReservations,
} from './reserving.ts';

const MOST_UNITS = 10;

const schema = z.object({
  requestId,
  /** The first is the home: the deposit is asked and discounts are given with it. */
  unitIds: z
    .array(recordId)
    .check(z.minLength(2, 'must be at least two'), z.maxLength(MOST_UNITS, 'are too many')),
  ...buyerShape,
  stage: stageInput,
  discountRuleIds: discountsInput,
  depositAsked: z.optional(amount),
  validUntil: z.optional(instant),
  salespersonId: z.optional(recordId),
  remark: z.optional(text),
});

type Input = z.infer<typeof schema>;
type Plan = { each: ReservePlan[] } | { giveUp: Refusal };
type Answer = {
  bundleKey: string;
  reservationIds: string[];
  units: string[];
  price: string;
  currency: string;
  validUntil: string;
};

const reservationOf = (idFor: Run['idFor'], unitId: string) => idFor(`reservation ${unitId}`);

export const reserveBundle: Command<Input, Reading, Plan, Answer> = {
  name: 'reserve-bundle',
  room: 'deal',
  title: 'Reserve bundle',
  right: 'sell',
  // Only the asker's own holds are taken over, so there is no deal of somebody else's in it.
  alsoUses: () => ['controlSales'],
  schema,
  subject: ({ unitIds: [first = ''] }) => ({ kind: 'unit', id: first }),

  async load({ store, idFor }, input) {
    const isTwice = new Set(input.unitIds).size < input.unitIds.length;
    if (isTwice) return refuse({ code: 'INVALID_INPUT', field: 'unitIds', problem: 'name a unit twice' });
    return readReserving(store, { ...input, reservationIdOf: (id) => reservationOf(idFor, id) });
  },

  decide(run, input, reading) {
    const each = decideEach(run, input, reading);
    if (!isRefused(each)) return { plan: { each: each.plan } };
    const isOurs = ({ unit, lock }: Found) => lock?.holderId === reservationOf(run.idFor, unit.id);
    // What changed since an earlier run took some locks must not leave units locked by nobody.
    return run.isResumed && reading.found.some(isOurs) ? { plan: { giveUp: each.refused } } : each;
  },

  async apply(run, input, { found, parties }, plan) {
    const lost = 'giveUp' in plan ? plan.giveUp : await takeAll(run, { found, parties }, plan.each);
    if (lost !== null || 'giveUp' in plan) {
      await releaseAll(run, found);
      return refuse(lost ?? { code: 'BUSY', what: 'bundle' });
    }
    const bundleKey = run.idFor('bundle');
    const made = found.map((one, index): Reserved => {
      const reserve = plan.each[index];
      if (reserve === undefined) throw new Error(`${one.unit.name} was not decided on`);
      return {
        found: one,
        parties,
        plan: reserve,
        reservationId: reservationOf(run.idFor, one.unit.id),
        salespersonId: input.salespersonId ?? run.actor.memberId,
        bundleKey,
        remark: input.remark,
        idFor: (name) => run.idFor(`${name} ${one.unit.id}`),
      };
    });
    await writeReservations(run, made);
    const [home] = plan.each;
    if (home === undefined) throw new Error('A bundle has units');
    const { currency } = home.price;
    const answer = {
      bundleKey,
      reservationIds: made.map(({ reservationId }) => reservationId),
      units: found.map(({ unit }) => unit.name),
      price: formatMoney(
        sum(
          plan.each.map(({ price }) => price),
          currency,
        ),
      ),
      currency,
      validUntil: home.validUntil.toISOString(),
    };
    const message = `${answer.units.join(', ')} are reserved together for ${namesOf(parties)}.`;
    const before = { states: found.map(({ unit }) => unit.state) };
    return { plan: { answer, message, before, after: answer } };
  },
};

/** The home by the project's rules; what goes with it asks no deposit of its own. */
function decideEach(run: Run, input: Input, { found, parties, rules }: Reading): Decision<ReservePlan[]> {
  const plans: ReservePlan[] = [];
  // The deposit of the whole was looked at with the home.
  const mayAskLess = { ...run, rights: new Set([...run.rights, 'controlSales' as const]) };
  for (const [index, one] of found.entries()) {
    const isHome = index === 0;
    const decided = decideOne(isHome ? run : mayAskLess, one, parties, {
      reservationId: reservationOf(run.idFor, one.unit.id),
      stage: input.stage ?? 'LARGE',
      rules: isHome ? rules : [],
      claim: { buyerId: parties[0]?.buyerId ?? null, isOwnOnly: true },
      depositAsked: isHome ? input.depositAsked : '0',
      validUntil: input.validUntil,
    });
    if (isRefused(decided)) return decided;
    const { needsApproval, price } = decided.plan;
    // All or nothing: a price that waits would leave the bundle half reserved.
    if (needsApproval)
      return refuse({ code: 'PRICE_BELOW_FLOOR', unit: one.unit.name, price: formatMoney(price) });
    const [first] = plans;
    if (first !== undefined && first.price.currency !== price.currency)
      return refuse({ code: 'CURRENCY_MISMATCH', expected: first.price.currency, given: price.currency });
    plans.push(first === undefined ? decided.plan : { ...decided.plan, validUntil: first.validUntil });
  }
  return { plan: plans };
}

async function takeAll(
  run: Run,
  { found, parties }: Pick<Reading, 'found' | 'parties'>,
  each: readonly ReservePlan[],
): Promise<Refusal | null> {
  const inOrder = found.map((one, index) => ({ one, reserve: each[index] }));
  inOrder.sort((a, b) => (a.one.unit.id < b.one.unit.id ? -1 : 1));
  for (const { one, reserve } of inOrder) {
    if (reserve === undefined) continue;
    const { id } = one.unit;
    // Every unit has a lock of its own: its row needs an id of its own.
    const ofUnit = { ...run, idFor: (name: string) => run.idFor(`${name} ${id}`) };
    const lost = await takeUnit(ofUnit, one, parties, reserve, reservationOf(run.idFor, id));
    if (lost !== null) return lost;
  }
  return null;
}

/** All of ours that there are, also those of an earlier run that was cut off. */
async function releaseAll(run: Run, found: readonly Found[]): Promise<void> {
  const { locks } = await run.store.read({
    locks: { object: 'unitLock', filter: { lockKey: { in: found.map(({ unit }) => unit.id) } } },
  });
  for (const one of found) {
    const lock = locks.find(({ lockKey }) => lockKey === one.unit.id) ?? null;
    await giveBack(run, { ...one, lock }, reservationOf(run.idFor, one.unit.id));
  }
}
