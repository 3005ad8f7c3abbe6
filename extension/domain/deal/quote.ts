/**
 * A quote (报价): what a unit costs a buyer and how it would be paid, said until a day. It takes no lock, so
 * the unit may go to somebody else meanwhile (C3). Price and deposit are decided by what a reservation is
 * decided by (D1); instead of being refused, a price below the floor is told to need an approval.
 */
import type { Money } from '#domain/shared/money.ts';
import { addDays, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { ReservationStage } from './deal-states.ts';
import { type AgreedPrice, type DiscountRequest, decidePrice } from './discounts.ts';
import { type StageTerms, termsOfStage } from './live-reservation.ts';
import { OPEN_QUOTES, type QuoteState } from './quote-states.ts';
import { agreedDeposit, type ReserveUnit } from './reserve.ts';

export type QuoteRequest = {
  unit: Omit<ReserveUnit, 'id' | 'state'>;
  project: StageTerms;
  stage: ReservationStage;
  /** Set by hand; null for the list price less discounts. */
  price: Money | null;
  depositAsked: Money | null;
  maySetPrice: boolean;
  discounts: Omit<DiscountRequest, 'listPrice' | 'mayControl'>;
};

export type QuotedPrice = AgreedPrice & { stage: ReservationStage; depositAsked: Money; holdHours: number };

export function decideQuote(request: QuoteRequest): Decision<QuotedPrice> {
  const { project, stage } = request;
  const agreed = decidePrice({ ...request, withApproval: true });
  if (isRefused(agreed)) return agreed;
  const deposit = agreedDeposit(request, agreed.plan.price.currency);
  if (isRefused(deposit)) return deposit;
  const { hours } = termsOfStage(stage, project);
  return { plan: { ...agreed.plan, stage, depositAsked: deposit.plan, holdHours: hours } };
}

/** How long a price is quoted when nobody says, and at most. */
export const QUOTE_DAYS = 7;
export const LONGEST_QUOTE_DAYS = 90;

/** The last day on which a quote holds; both days count. */
export function quoteValidity(asked: PlainDate | null, today: PlainDate): Decision<PlainDate> {
  const until = asked ?? addDays(today, QUOTE_DAYS);
  const wrong = (problem: string) => refuse({ code: 'INVALID_INPUT', field: 'validUntil', problem });
  if (until < today) return wrong('must not be before today');
  const longest = `must be within ${LONGEST_QUOTE_DAYS} days`;
  return until > addDays(today, LONGEST_QUOTE_DAYS) ? wrong(longest) : { plan: until };
}

export type LivingQuote = {
  name: string;
  state: QuoteState;
  unitId: string | null;
  validUntil: PlainDate | null;
};

/** Why a quote cannot be reserved by any more; null when it can. */
export function acceptRefusal(quote: LivingQuote, unitId: string, today: PlainDate): Refusal | null {
  const isOver = quote.state === 'SENT' && quote.validUntil !== null && quote.validUntil < today;
  const state: QuoteState = isOver ? 'EXPIRED' : quote.state;
  if (!OPEN_QUOTES.includes(state))
    return { code: 'STATE_NOT_ALLOWED', what: quote.name, from: state, to: 'ACCEPTED' };
  if (quote.unitId !== unitId)
    return { code: 'INVALID_INPUT', field: 'quoteId', problem: 'is a quote for another unit' };
  return null;
}
