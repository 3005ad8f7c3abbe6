/**
 * Sends a quote: price, installments and monthly payment are worked out once more and stand from then on; what
 * was sent of it before is withdrawn. Its document is written by documents/write-quote, in either language.
 *
 * Changes: a quote, DRAFT to SENT, and its former versions, SENT to WITHDRAWN. Guard: each is changed only while
 * it is in that state. After a crash: the new version is sent and a former one may still be; the same request
 * again, or the repair job, withdraws it.
 */
import * as z from 'zod/mini';
import { QUOTE_TRANSITIONS, quoteValidity } from '#domain/deal/index.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import type { Fields, RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId } from '../system/input.ts';
import { inputOf, loadQuote, type Quote, versionsOf } from './quote-of.ts';
import { type Quoting, quoteTerms, readQuoting, todayAt } from './quote-terms.ts';
import { amountsOf, priceOf } from './save-quote.ts';

const schema = z.object({ requestId, quoteId: recordId });

type Snapshot = { quote: Quote; versions: RecordOf<'quote'>[]; reading: Quoting };
type Answer = {
  quoteId: string;
  quote: string;
  number: string;
  version: number;
  state: string;
  price: string;
  currency: string;
  validUntil: string;
};

export const sendQuote: Command<z.infer<typeof schema>, Snapshot, Partial<Fields<'quote'>>, Answer> = {
  name: 'send-quote',
  room: 'deal',
  title: 'Send quote',
  right: 'sell',
  dealOf: ({ quote }) => quote,
  // A price set by hand is decided on again, with the rights of who sends it.
  alsoUses: () => ['controlSales'],
  schema,
  subject: ({ quoteId }) => ({ kind: 'quote', id: quoteId }),

  async load({ store }, { quoteId }) {
    const quote = await loadQuote(store, quoteId);
    if (isRefused(quote)) return quote;
    const reading = await readQuoting(store, inputOf(quote.plan));
    if (isRefused(reading)) return reading;
    const versions = await versionsOf(store, quote.plan.number);
    return { plan: { quote: quote.plan, versions, reading: reading.plan } };
  },

  decide(run, _input, { quote, reading }): Decision<Partial<Fields<'quote'>>> {
    if (isSentByUs(run, quote)) return { plan: {} };
    if (!canGo(QUOTE_TRANSITIONS, quote.state, 'SENT'))
      return refuse({ code: 'STATE_NOT_ALLOWED', what: quote.name, from: quote.state, to: 'SENT' });
    const missing = missingIn(quote, reading);
    if (missing !== null) return refuse(missing);
    const validUntil = quoteValidity(quote.validUntil, todayAt(reading.unit, run.now));
    if (isRefused(validUntil)) return validUntil;
    const worked = quoteTerms(reading, inputOf(quote), run);
    if (isRefused(worked)) return worked;
    const price = worked.plan?.price;
    if (price?.needsApproval === true)
      return refuse({ code: 'QUOTE_NEEDS_APPROVAL', quote: quote.name, price: priceOf(price.price) });
    return { plan: { ...amountsOf(worked.plan), validUntil: validUntil.plan } };
  },

  async apply(run, _input, { quote, versions }, plan) {
    const sentAt = run.now.toISOString();
    const sent = { ...sealedFields('quote', quote), ...plan, state: 'SENT', sentAt } as const;
    if (!isSentByUs(run, quote)) {
      const changed = await run.store.changeWhere('quote', { id: quote.id, state: 'DRAFT' }, sent);
      if (changed.length === 0) return refuse({ code: 'BUSY', what: quote.name });
    }
    for (const former of versions.filter(({ id, state }) => id !== quote.id && state === 'SENT')) {
      const to = { ...sealedFields('quote', former), state: 'WITHDRAWN' as const };
      const why = { closedAt: sentAt, closeReason: `Version ${quote.version} took its place` };
      await run.store.changeWhere('quote', { id: former.id, state: 'SENT' }, { ...to, ...why });
    }
    const price = sent.price ?? null;
    const answer = {
      quoteId: quote.id,
      quote: quote.name,
      number: quote.number,
      version: quote.version ?? 1,
      state: 'SENT',
      price: price === null ? '' : (priceOf(price).split(' ')[0] ?? ''),
      currency: price?.currency ?? '',
      validUntil: sent.validUntil ?? '',
    };
    const message = `${quote.name} is sent, valid until ${answer.validUntil}. The unit is not kept by it.`;
    return { plan: { answer, message, before: { state: quote.state }, after: answer } };
  },
};

/** An earlier run of this request has sent it; what became of the former versions is not known. */
function isSentByUs(run: Run, { state, sentAt }: Quote): boolean {
  return run.isResumed && state === 'SENT' && Date.parse(sentAt ?? '') === run.now.getTime();
}

function missingIn({ name }: Quote, { unit, parties, plan }: Quoting): Refusal | null {
  const missing =
    unit === null ? 'unit' : parties.length === 0 ? 'buyer' : plan === null ? 'payment plan' : null;
  return missing === null ? null : { code: 'QUOTE_INCOMPLETE', quote: name, missing };
}
