/**
 * Changes: a reservation with its parties and discounts, the lock of its unit, and the unit's state, holder
 * and time; a hold or queue ticket that it takes over.
 * Guard: the unique key of the unit's lock (C3); of any number of callers one insert wins. A lock that is taken
 * over is moved only while the hold or ticket has it.
 * After a crash: the lock may stand without its reservation; the same request again, or the repair
 * job, writes the rest with the same ids. Until then the lock ends by itself at its time. The quote comes
 * last: cut off before it, the reservation stands, the quote is still open, and the same run accepts it.
 */
import * as z from 'zod/mini';
import type { ReservationStage, ReservePlan } from '#domain/deal/index.ts';
import { formatMoney } from '#domain/shared/money.ts';
import { isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { Command } from '../system/command.ts';
import { amount, instant, recordId, requestId, text } from '../system/input.ts';
import { acceptQuote, notAcceptable } from './accept-quote.ts';
import { loadQuote, type Quote } from './quote-of.ts';
import { buyerShape, namesOf } from './reservation-parties.ts';
import {
  decideOne,
  type Found,
  giveBack,
  nameOf,
  type Reading,
  readReserving,
  stateOf,
  takeUnit,
  unitStateOf,
  writeReservations,
} from './reserving.ts';
import { isMeant } from './take-over.ts';

export const STAGES = ['SMALL', 'LARGE'] as const satisfies readonly ReservationStage[];
export const stageInput = z.optional(z.enum(STAGES, 'must be SMALL or LARGE'));
export const discountsInput = z.optional(z.array(recordId).check(z.maxLength(20, 'are too many')));

const schema = z.object({
  requestId,
  unitId: recordId,
  ...buyerShape,
  /** Small or large deposit (小定, 大定); without it the large one. */
  stage: stageInput,
  /** A hold or a queue ticket that it takes over; without them found by the unit's lock. */
  holdId: z.optional(recordId),
  ticketId: z.optional(recordId),
  /** The quote that the buyer accepts by it. */
  quoteId: z.optional(recordId),
  price: z.optional(amount),
  /** Discounts, applied in the rules' order (D1). */
  discountRuleIds: discountsInput,
  /** A price below the floor waits for approval instead of being refused. */
  withApproval: z.optional(z.boolean()),
  depositAsked: z.optional(amount),
  validUntil: z.optional(instant),
  salespersonId: z.optional(recordId),
  remark: z.optional(text),
});

type Input = z.infer<typeof schema>;
type Snapshot = Reading & {
  one: Found;
  claimed: { name: string; salespersonId: string | null } | null;
  quote: Quote | null;
};
type Plan = { reserve: ReservePlan } | { giveUp: Refusal };
type Answer = {
  reservationId: string;
  reservation: string;
  unit: string;
  state: string;
  price: string;
  listPrice: string;
  depositAsked: string;
  currency: string;
  validUntil: string;
};

export const reserveUnit: Command<Input, Snapshot, Plan, Answer> = {
  name: 'reserve-unit',
  room: 'deal',
  title: 'Reserve unit',
  right: 'sell',
  // Whoever takes a hold over, or reserves by a quote, acts on the deal of whose it is.
  dealOf: ({ claimed, quote }) => claimed ?? quote,
  schema,
  subject: ({ unitId }) => ({ kind: 'unit', id: unitId }),

  async load({ store, idFor }, input) {
    const reading = await readReserving(store, {
      ...input,
      unitIds: [input.unitId],
      reservationIdOf: () => idFor('reservation'),
    });
    if (isRefused(reading)) return reading;
    const [one] = reading.plan.found;
    if (one === undefined) return refuse({ code: 'NOT_FOUND', what: 'unit', id: input.unitId });
    const claim = { ...input, buyerId: reading.plan.parties[0]?.buyerId ?? null };
    const claimed = one.before !== null && isMeant(one.before, claim) ? one.before.record : null;
    const quote = input.quoteId === undefined ? null : await loadQuote(store, input.quoteId);
    if (quote !== null && isRefused(quote)) return quote;
    return { plan: { ...reading.plan, one, claimed, quote: quote?.plan ?? null } };
  },

  decide(run, input, { one, parties, rules, quote }) {
    const reservationId = run.idFor('reservation');
    const claim = { ...input, buyerId: parties[0]?.buyerId ?? null };
    const stage = input.stage ?? 'LARGE';
    const closed = quote === null ? null : notAcceptable(run, quote, one.unit, reservationId);
    const decided =
      closed === null
        ? decideOne(run, one, parties, { ...input, reservationId, stage, rules, claim })
        : refuse(closed);
    if (!isRefused(decided)) return { plan: { reserve: decided.plan } };
    // What changed since an earlier run took the lock must not leave the unit locked by nobody.
    const isOrphan = run.isResumed && one.lock?.holderId === reservationId;
    return isOrphan ? { plan: { giveUp: decided.refused } } : decided;
  },

  async apply(run, input, { one, parties, quote }, plan) {
    const { idFor } = run;
    const reservationId = idFor('reservation');
    if ('giveUp' in plan) {
      await giveBack(run, one, reservationId);
      return refuse(plan.giveUp);
    }
    const { reserve } = plan;
    const lost = await takeUnit(run, one, parties, reserve, reservationId);
    if (lost !== null) return refuse(lost);
    const salespersonId = input.salespersonId ?? one.before?.record.salespersonId ?? run.actor.memberId;
    const { remark } = input;
    const made = { found: one, parties, plan: reserve, reservationId, salespersonId, remark, idFor };
    await writeReservations(run, [made]);
    if (quote !== null) await acceptQuote(run, quote, reservationId);
    const validUntil = reserve.validUntil.toISOString();
    const answer = {
      reservationId,
      reservation: nameOf(made),
      unit: one.unit.name,
      state: stateOf(reserve),
      price: formatMoney(reserve.price),
      listPrice: formatMoney(reserve.listPrice),
      depositAsked: formatMoney(reserve.depositAsked),
      currency: reserve.price.currency,
      validUntil,
    };
    const until = `${validUntil.slice(0, 16).replace('T', ' ')} UTC`;
    const waits = reserve.needsApproval ? ` Its price of ${answer.price} waits for approval.` : '';
    const message = `${one.unit.name} is reserved for ${namesOf(parties)} until ${until}.${waits}`;
    const before = { state: one.unit.state };
    const after = { ...answer, state: unitStateOf(reserve.stage), reservationState: answer.state };
    return { plan: { answer, message, before, after } };
  },
};
