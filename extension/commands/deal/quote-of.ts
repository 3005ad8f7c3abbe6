/** A quote, what it was made of, and the other versions of it. Reads only. */
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { parseInput } from '../system/input.ts';
import { type QuoteInput, quoteInput } from './quote-terms.ts';

const WITH_SITE = { unit: { project: true } } as const;

export type Quote = Loaded<'quote', typeof WITH_SITE>;

/** The input of the desk beside what it remembers for itself. */
export type QuoteDraft = { input: QuoteInput; desk: Record<string, unknown> };

export async function loadQuote(store: Pick<Store, 'read'>, id: string): Promise<Decision<Quote>> {
  const { quotes } = await store.read({ quotes: { object: 'quote', filter: { id }, with: WITH_SITE } });
  const [quote] = quotes;
  return quote === undefined ? refuse({ code: 'NOT_FOUND', what: 'quote', id }) : { plan: quote };
}

/** All versions of a quote have its number. */
export async function versionsOf(store: Pick<Store, 'read'>, number: string): Promise<RecordOf<'quote'>[]> {
  const { versions } = await store.read({ versions: { object: 'quote', filter: { number } } });
  return versions;
}

/** What the terms are worked out from again; an input that is none any more counts as nothing chosen. */
export function inputOf({ draft }: Pick<RecordOf<'quote'>, 'draft'>): QuoteInput {
  const kept = (draft as Partial<QuoteDraft> | null)?.input ?? {};
  const read = parseInput(quoteInput, kept);
  return isRefused(read) ? {} : read.plan;
}
