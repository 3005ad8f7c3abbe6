/** A quote as its forms show it. */
import type { QuoteState } from '#domain/deal/quote-states.ts';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { MONEY } from '#widgets/shared/command-form/record-texts.ts';
import { amountOf, amountText, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { dateText } from '#widgets/shared/format/moment.ts';
import { nameIn, namesOf } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';
import { QUOTE_STAGES } from '#workflows/pipeline/quote.ts';

export type Quote = {
  id: string;
  name: string | null;
  state: QuoteState | null;
  buyerName: string | null;
  price: StoredAmount;
  monthlyPayment: StoredAmount;
  validUntil: string | null;
  document: string | null;
  unit: { id: string; name: string | null } | null;
};

const FIELDS = `id name state buyerName price ${MONEY} monthlyPayment ${MONEY} validUntil document unit { id name }`;

export function loadQuote(id: string): Promise<Quote | null> {
  return readOne<Quote>('keyturnQuotes', FIELDS, id);
}

export function quoteFacts(quote: Quote, { t, locale }: Words): Fact[] {
  const price = amountOf(quote.price);
  const monthly = amountOf(quote.monthlyPayment);
  return [
    [t('Quote'), quote.name],
    [t('State'), nameIn(namesOf(QUOTE_STAGES), quote.state, t)],
    [t('Unit'), quote.unit?.name],
    [t('Buyers'), quote.buyerName],
    [t('Price'), price && amountText(price, locale)],
    [t('Monthly payment'), monthly && amountText(monthly, locale)],
    [t('Valid until'), quote.validUntil && dateText(quote.validUntil, locale)],
    [t('Document'), quote.document],
  ];
}
