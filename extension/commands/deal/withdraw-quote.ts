/**
 * Withdraws a quote: a draft that nobody goes on with, or a sent one that does not hold any more.
 *
 * Changes: a quote, to WITHDRAWN. Guard: it is changed only while it is open.
 * After a crash: it is withdrawn or it is not; the same request again finds out.
 */
import * as z from 'zod/mini';
import { OPEN_QUOTES } from '#domain/deal/index.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId, text } from '../system/input.ts';
import { loadQuote, type Quote } from './quote-of.ts';

const schema = z.object({ requestId, quoteId: recordId, reason: z.optional(text) });

type Answer = { quoteId: string; quote: string; state: string };

export const withdrawQuote: Command<z.infer<typeof schema>, Quote, null, Answer> = {
  name: 'withdraw-quote',
  room: 'deal',
  title: 'Withdraw quote',
  right: 'sell',
  dealOf: (quote) => quote,
  schema,
  subject: ({ quoteId }) => ({ kind: 'quote', id: quoteId }),
  load: ({ store }, { quoteId }) => loadQuote(store, quoteId),

  decide(run, _input, quote): Decision<null> {
    if (isWithdrawnByUs(run, quote) || OPEN_QUOTES.includes(quote.state)) return { plan: null };
    return refuse({ code: 'STATE_NOT_ALLOWED', what: quote.name, from: quote.state, to: 'WITHDRAWN' });
  },

  async apply(run, { reason = '' }, quote) {
    if (!isWithdrawnByUs(run, quote)) {
      const to = { ...sealedFields('quote', quote), state: 'WITHDRAWN' as const };
      const why = { closedAt: run.now.toISOString(), closeReason: reason };
      const open = { id: quote.id, state: { in: OPEN_QUOTES } };
      const changed = await run.store.changeWhere('quote', open, { ...to, ...why });
      if (changed.length === 0) return refuse({ code: 'BUSY', what: quote.name });
    }
    const answer = { quoteId: quote.id, quote: quote.name, state: 'WITHDRAWN' };
    return {
      plan: {
        answer,
        message: `${quote.name} is withdrawn.`,
        before: { state: quote.state },
        after: answer,
      },
    };
  },
};

function isWithdrawnByUs(run: Run, { state, closedAt }: Quote): boolean {
  return run.isResumed && state === 'WITHDRAWN' && Date.parse(closedAt ?? '') === run.now.getTime();
}
