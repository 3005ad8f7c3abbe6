/**
 * The quote that a reservation was made from is accepted by it, last of all that the reservation writes.
 *
 * Changes: a quote, to ACCEPTED. Guard: it is changed only while it is open. After a crash: the reservation
 * stands and the quote is still open; the same request again, or the repair job, accepts it.
 */
import { acceptRefusal, OPEN_QUOTES } from '#domain/deal/index.ts';
import type { Refusal } from '#domain/shared/refusal.ts';
import { sealedFields } from '#port/seal.ts';
import type { Run } from '../system/command.ts';
import type { Quote } from './quote-of.ts';
import { todayAt } from './quote-terms.ts';
import type { Unit } from './reserving.ts';

/** An earlier run of this request may have accepted it already. */
export function notAcceptable(run: Run, quote: Quote, unit: Unit, reservationId: string): Refusal | null {
  if (quote.state === 'ACCEPTED' && quote.reservationId === reservationId) return null;
  return acceptRefusal(quote, unit.id, todayAt(unit, run.now));
}

/** One that was withdrawn in this very moment stays withdrawn: the reservation is made. */
export async function acceptQuote({ store, now }: Run, quote: Quote, reservationId: string): Promise<void> {
  const to = { ...sealedFields('quote', quote), state: 'ACCEPTED' as const, reservationId };
  const open = { id: quote.id, state: { in: OPEN_QUOTES } };
  await store.changeWhere('quote', open, { ...to, closedAt: now.toISOString() });
}
