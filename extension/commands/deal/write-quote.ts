/**
 * Writes a quote as PDF, in English or Chinese: what it promised when it was saved or sent, and nothing newer.
 *
 * Changes: the files of the quote, and which of them is named on it. Guard: none, it decides nothing.
 * After a crash: nothing is to be mended; written again it is another file.
 */
import * as z from 'zod/mini';
import type { QuoteSheet } from '#documents/deal/quote.ts';
import { quoteDocument } from '#documents/deal/quote-document.ts';
import type { PlanAnchor } from '#domain/ledger/index.ts';
import { parseMoney } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { isRefused, refuse } from '#domain/shared/refusal.ts';
import { letterheadOf, type Written, writeDocument } from '../ledger/write-document.ts';
import { recordId } from '../system/input.ts';
import type { Question } from '../system/question.ts';
import { loadQuote, type Quote } from './quote-of.ts';
import { type QuoteTerms, todayAt } from './quote-terms.ts';

const LANGUAGES = ['en', 'zh-CN'] as const;

const schema = z.object({
  quoteId: recordId,
  language: z.optional(z.enum(LANGUAGES, 'must be en or zh-CN')),
});

export const writeQuote: Question<z.infer<typeof schema>, Written> = {
  name: 'write-quote',
  room: 'deal',
  rights: ['sell', 'keepAccounts'],
  schema,

  async answer(asked, { quoteId, language = 'en' }) {
    const found = await loadQuote(asked.store, quoteId);
    if (isRefused(found)) return found;
    const quote = found.plan;
    const terms = quote.terms as QuoteTerms | null;
    if (terms === null || quote.unit === null)
      return refuse({ code: 'QUOTE_INCOMPLETE', quote: quote.name, missing: 'unit' });
    const today = todayOf(quote, asked.clock.now());
    const title = language === 'en' ? 'Quotation' : '报价单';
    const version = (quote.version ?? 1) === 1 ? '' : ` v${quote.version}`;
    const name = `${title} ${quote.number}${version} ${quote.unit.name}.pdf`;
    const spec = quoteDocument(sheetOf(quote, terms, today), language);
    const written = await writeDocument(asked, { object: 'quote', id: quote.id }, name, spec);
    await asked.store.write([{ change: 'quote', record: quote, to: { document: written.fileName } }]);
    return { plan: written };
  },
};

function todayOf({ unit }: Quote, now: Date): PlainDate {
  return todayAt(unit, now);
}

function sheetOf(quote: Quote, terms: QuoteTerms, today: PlainDate): QuoteSheet {
  const of = (amount: string) => parseMoney(amount, terms.currency);
  const { unit, sentAt } = quote;
  const sentOn = sentAt === null ? today : todayOf(quote, new Date(sentAt));
  return {
    number: quote.number,
    version: quote.version ?? 1,
    isDraft: quote.state === 'DRAFT',
    date: sentOn,
    validUntil: quote.validUntil ?? sentOn,
    sender: letterheadOf(unit?.project ?? null),
    buyer: quote.buyerName,
    project: unit?.project?.name ?? '',
    unit: unit?.name ?? '',
    areaSquareMetres: unit?.areaSquareMetres ?? null,
    listPrice: of(terms.listPrice),
    steps: terms.steps.map((step) => ({
      ...step,
      amount: of(step.amount),
      priceAfter: of(step.priceAfter),
    })),
    price: of(terms.price),
    deposit: of(terms.deposit),
    holdHours: terms.holdHours,
    plan: terms.plan,
    signedOn: terms.signedOn as PlainDate,
    schedule: terms.schedule.map((line) => ({
      ...line,
      dueOn: line.dueOn as PlainDate | null,
      anchor: line.anchor as PlanAnchor,
      amount: of(line.amount),
    })),
    loan:
      terms.loan === null
        ? null
        : {
            ...terms.loan,
            repayment: terms.loan.repayment === 'EQUAL_PRINCIPAL' ? 'EQUAL_PRINCIPAL' : 'EQUAL_INSTALLMENT',
            amount: of(terms.loan.amount),
            first: of(terms.loan.first),
            last: of(terms.loan.last),
            interest: of(terms.loan.interest),
          },
    remark: quote.remark,
  };
}
