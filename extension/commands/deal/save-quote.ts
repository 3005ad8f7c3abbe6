/**
 * Saves a quote: the draft that a salesperson goes on with, however little of it is chosen, or a new version of
 * one that was sent. The former version stays as it was. It never takes the unit's lock.
 *
 * Changes: a quote. Guard: number and version are a unique key, so of two new versions at once one wins; a draft
 * is written only while it is a draft. After a crash: the quote stands or it does not; the same request again
 * writes the same rows.
 */
import * as z from 'zod/mini';
import { quoteValidity } from '#domain/deal/index.ts';
import { formatMoney, type Money } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { Fields, RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command } from '../system/command.ts';
import { date, recordId, requestId } from '../system/input.ts';
import { refusalText } from '../system/refusal-text.ts';
import { loadQuote, type QuoteDraft, versionsOf } from './quote-of.ts';
import {
  type QuoteInput,
  type QuoteTerms,
  type Quoting,
  quoteShape,
  quoteTerms,
  readQuoting,
  todayAt,
} from './quote-terms.ts';
import { namesOf, type Party } from './reservation-parties.ts';

const MOST_LETTERS = 20_000;

const schema = z.object({
  requestId,
  /** The draft to go on with, or the quote of which this is a new version. */
  quoteId: z.optional(recordId),
  ...quoteShape,
  /** Last day of the quote; without it a week. */
  validUntil: z.optional(date),
  /** What the desk wants to find again when it is opened. */
  desk: z.optional(
    z
      .record(z.string(), z.unknown())
      .check(z.refine((kept) => JSON.stringify(kept).length <= MOST_LETTERS, 'is too long')),
  ),
});

type Input = z.infer<typeof schema>;
type Snapshot = { quote: RecordOf<'quote'> | null; versions: RecordOf<'quote'>[]; reading: Quoting };
type Plan = {
  validUntil: PlainDate;
  terms: {
    terms: QuoteTerms;
    price: { listPrice: Money; price: Money; depositAsked: Money };
    monthly: Money | null;
  } | null;
  /** Why there are no terms yet; nothing is lost by it. */
  problem: Refusal | null;
};
type Answer = {
  quoteId: string;
  quote: string;
  number: string;
  version: number;
  state: string;
  price: string | null;
  currency: string;
  validUntil: string;
  problem: string | null;
};

export const saveQuote: Command<Input, Snapshot, Plan, Answer> = {
  name: 'save-quote',
  room: 'deal',
  title: 'Save quote',
  right: 'sell',
  dealOf: ({ quote }) => quote,
  alsoUses: ({ price }) => (price === undefined ? [] : ['controlSales']),
  schema,
  subject: ({ quoteId, unitId }) =>
    quoteId === undefined ? { kind: 'unit', id: unitId ?? '' } : { kind: 'quote', id: quoteId },

  async load({ store }, input) {
    const quote = input.quoteId === undefined ? null : await loadQuote(store, input.quoteId);
    if (quote !== null && isRefused(quote)) return quote;
    const reading = await readQuoting(store, input);
    if (isRefused(reading)) return reading;
    const found = quote?.plan ?? null;
    const versions = found === null ? [] : await versionsOf(store, found.number);
    return { plan: { quote: found, versions, reading: reading.plan } };
  },

  decide(run, input, { quote, reading }): Decision<Plan> {
    if (quote?.state === 'ACCEPTED')
      return refuse({ code: 'STATE_NOT_ALLOWED', what: quote.name, from: quote.state, to: 'DRAFT' });
    const validUntil = quoteValidity(input.validUntil ?? null, todayAt(reading.unit, run.now));
    if (isRefused(validUntil)) return validUntil;
    const worked = quoteTerms(reading, input, run);
    return {
      plan: isRefused(worked)
        ? { validUntil: validUntil.plan, terms: null, problem: worked.refused }
        : { validUntil: validUntil.plan, terms: worked.plan, problem: null },
    };
  },

  async apply(run, input, { quote, versions, reading }, plan) {
    const isSame = quote?.state === 'DRAFT';
    const id = isSame ? quote.id : run.idFor('quote');
    const number = quote?.number || numberOf(id);
    const version = isSame ? (quote.version ?? 1) : nextVersion(versions, id);
    const row = {
      ...valuesOf(input, reading, plan),
      name: nameOf(number, version, reading),
      number,
      version,
      versionKey: `${number}/${version}`,
    };
    if (isSame) {
      const to = { ...sealedFields('quote', quote), ...row };
      const changed = await run.store.changeWhere('quote', { id, state: 'DRAFT' }, to);
      if (changed.length === 0) return refuse({ code: 'BUSY', what: quote.name });
    } else {
      const salespersonId = quote?.salespersonId ?? run.actor.memberId;
      const made = { ...row, id, state: 'DRAFT' as const, salespersonId };
      const { won } = await run.store.claim('quote', [made]);
      if (!won) return refuse({ code: 'BUSY', what: number });
    }
    const answer = {
      quoteId: id,
      quote: row.name,
      number,
      version,
      state: 'DRAFT',
      price: plan.terms?.terms.price ?? null,
      currency: plan.terms?.terms.currency ?? '',
      validUntil: plan.validUntil,
      problem: plan.problem === null ? null : refusalText(plan.problem),
    };
    const message = `${row.name} is saved. The unit is not kept by it.`;
    return { plan: { answer, message, after: answer } };
  },
};

/** Short enough to be said on the telephone: "Q-3F2A-91BC". */
function numberOf(id: string): string {
  const digits = id.replaceAll('-', '').toUpperCase();
  return `Q-${digits.slice(0, 4)}-${digits.slice(4, 8)}`;
}

/** A run that goes on after a crash finds its own version there. */
function nextVersion(versions: readonly RecordOf<'quote'>[], id: string): number {
  const own = versions.find((one) => one.id === id);
  return own?.version ?? versions.reduce((most, { version }) => Math.max(most, version ?? 0), 0) + 1;
}

/** "Q-3F2A-91BC v2 · A 12-03 · Mei Lin"; what is not chosen yet is a dash. */
function nameOf(number: string, version: number, { unit, parties }: Quoting): string {
  const title = version === 1 ? number : `${number} v${version}`;
  return [title, unit?.name ?? '–', namesOf(parties) || '–'].join(' · ');
}

function valuesOf(
  input: Input,
  { unit, parties, plan }: Quoting,
  { validUntil, terms }: Plan,
): Partial<Fields<'quote'>> {
  const [first] = parties as (Party | undefined)[];
  const { requestId: _request, quoteId: _quote, desk = {}, validUntil: _until, ...kept } = input;
  const draft: QuoteDraft = { input: kept as QuoteInput, desk };
  return {
    unitId: unit?.id ?? null,
    buyerId: first?.buyerId ?? null,
    companyId: first?.companyId ?? null,
    buyerName: namesOf(parties),
    paymentPlanId: plan?.id ?? null,
    ...amountsOf(terms),
    validUntil,
    remark: input.remark ?? '',
    draft,
  };
}

/** The amounts as people see them; the terms beside them say how they came about. */
export function amountsOf(worked: Plan['terms']): Partial<Fields<'quote'>> {
  return {
    listPrice: worked?.price.listPrice ?? null,
    price: worked?.price.price ?? null,
    needsApproval: worked?.terms.needsApproval ?? false,
    depositAsked: worked?.price.depositAsked ?? null,
    monthlyPayment: worked?.monthly ?? null,
    terms: worked?.terms ?? null,
  };
}

/** "1250000.00 EUR", for a sentence. */
export function priceOf(money: Money): string {
  return `${formatMoney(money)} ${money.currency}`;
}
