/** Rows of the walk for quotes: saved, sent, withdrawn, and accepted by a reservation. */
import { reserveUnit } from '#commands/deal/reserve-unit.ts';
import { saveQuote } from '#commands/deal/save-quote.ts';
import { sendQuote } from '#commands/deal/send-quote.ts';
import { withdrawQuote } from '#commands/deal/withdraw-quote.ts';
import type { Make, WalkCase, World } from './walk-world.ts';

async function quote(world: World) {
  const unitId = world.unit();
  const asked = { unitId, buyerId: world.buyerId, planId: world.site.planId };
  const { result } = await world.desk.done(saveQuote, asked);
  return { id: String(result.quoteId), asked };
}

const ofQuote: Make = async (world) => {
  const { id } = await quote(world);
  return { id, input: { quoteId: id } };
};

const NOT_ALLOWED = { object: 'quote', refusedWith: 'STATE_NOT_ALLOWED' } as const;

export const QUOTE_WALK: readonly WalkCase[] = [
  {
    ...NOT_ALLOWED,
    command: saveQuote,
    // A draft is written anew; of what was sent or is over a new version is made.
    from: ['DRAFT', 'SENT', 'EXPIRED', 'WITHDRAWN'],
    make: async (world) => {
      const { id, asked } = await quote(world);
      return { id, input: { ...asked, quoteId: id } };
    },
  },
  // What it withdraws is another version: quotes.test.ts.
  { ...NOT_ALLOWED, command: sendQuote, to: 'SENT', make: ofQuote },
  { ...NOT_ALLOWED, command: withdrawQuote, make: ofQuote },
  {
    ...NOT_ALLOWED,
    command: reserveUnit,
    to: 'ACCEPTED',
    make: async (world) => {
      const { id, asked } = await quote(world);
      return { id, input: { unitId: asked.unitId, buyerId: asked.buyerId, quoteId: id } };
    },
  },
];
