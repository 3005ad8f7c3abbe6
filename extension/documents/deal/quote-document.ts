/** Lays a quotation out: the price step by step, the payment schedule, the monthly payment, and what it promises. */
import { compare, subtract, sum } from '#domain/shared/money.ts';
import type { Block, DocumentSpec, Fact, Figure } from '../shared/blocks.ts';
import type { Language } from '../shared/language.ts';
import {
  amountText,
  amountWithCurrency,
  currencyName,
  dateInTable,
  dateInText,
} from '../shared/text-format.ts';
import type { QuoteSheet } from './quote.ts';
import { QUOTE_WORDS } from './quote-words.ts';

export function quoteDocument(quote: QuoteSheet, language: Language): DocumentSpec {
  const words = QUOTE_WORDS[language];
  const until = dateInText(quote.validUntil, language);
  return {
    language,
    title: words.title,
    reference: titleOf(quote, language),
    date: quote.date,
    letterhead: quote.sender,
    blocks: [
      {
        kind: 'title',
        text: words.title,
        subtitle: quote.isDraft ? words.draft : words.validUntil(until),
      },
      { kind: 'space', points: 14 },
      {
        kind: 'sides',
        left: [{ kind: 'text', text: quote.buyer, style: 'strong' }],
        right: [{ kind: 'facts', facts: documentFacts(quote, language) }],
      },
      { kind: 'space', points: 18 },
      { kind: 'figures', figures: figuresOf(quote, language) },
      { kind: 'space', points: 18 },
      ...ladderBlocks(quote, language),
      ...scheduleBlocks(quote, language),
      ...loanBlocks(quote, language),
      {
        kind: 'together',
        blocks: [
          { kind: 'text', text: words.notKept(until), style: 'body' },
          { kind: 'space', points: 6 },
          {
            kind: 'text',
            text: words.deposit(amountWithCurrency(quote.deposit, language), quote.holdHours),
            style: 'body',
          },
          ...remarkBlocks(quote, language),
        ],
      },
    ],
  };
}

function titleOf({ number, version }: QuoteSheet, language: Language): string {
  return version === 1 ? number : QUOTE_WORDS[language].version(number, version);
}

function documentFacts(quote: QuoteSheet, language: Language): Fact[] {
  const { facts: words, squareMetres } = QUOTE_WORDS[language];
  const { areaSquareMetres: area } = quote;
  return [
    { label: words.number, value: titleOf(quote, language) },
    { label: words.date, value: dateInText(quote.date, language) },
    { label: words.validUntil, value: dateInText(quote.validUntil, language) },
    { label: words.project, value: quote.project },
    { label: words.unit, value: quote.unit },
    ...(area === null ? [] : [{ label: words.area, value: squareMetres(String(area)) }]),
  ];
}

function figuresOf({ price, listPrice, deposit, loan }: QuoteSheet, language: Language): Figure[] {
  const { figures: words } = QUOTE_WORDS[language];
  const isBelow = compare(price, listPrice) < 0;
  return [
    { label: words.price, value: amountText(price) },
    ...(isBelow ? [{ label: words.saved, value: amountText(subtract(listPrice, price)) }] : []),
    { label: words.deposit, value: amountText(deposit) },
    ...(loan === null ? [] : [{ label: words.monthly, value: amountText(loan.first) }]),
  ];
}

function heading(text: string, { price }: QuoteSheet, language: Language): Block {
  const aside = QUOTE_WORDS[language].amountsIn(currencyName(price.currency, language));
  return { kind: 'heading', text, level: 2, aside };
}

function ladderBlocks(quote: QuoteSheet, language: Language): Block[] {
  const { ladder: words } = QUOTE_WORDS[language];
  const rows = quote.steps.map(({ name, percent, amount, priceAfter }) => ({
    cells: [
      percent === null ? name : `${name} (${percent}%)`,
      `-${amountText(amount)}`,
      amountText(priceAfter),
    ],
  }));
  return [
    heading(words.heading, quote, language),
    {
      kind: 'table',
      columns: [
        { title: words.step, grows: true },
        { title: words.off, align: 'right' },
        { title: words.after, align: 'right' },
      ],
      rows: [{ cells: [words.listPrice, '', amountText(quote.listPrice)] }, ...rows],
      totals: [{ cells: [words.price, '', amountText(quote.price)] }],
      empty: '',
    },
    { kind: 'space', points: 18 },
  ];
}

function scheduleBlocks(quote: QuoteSheet, language: Language): Block[] {
  const { schedule: words, anchors } = QUOTE_WORDS[language];
  const { schedule, plan, price } = quote;
  if (plan === null) return [];
  const total = sum(
    schedule.map(({ amount }) => amount),
    price.currency,
  );
  return [
    heading(words.heading(plan), quote, language),
    {
      kind: 'table',
      columns: [
        { title: words.number },
        { title: words.label, grows: true },
        { title: words.due },
        { title: words.amount, align: 'right' },
      ],
      rows: schedule.map(({ seq, label, dueOn, anchor, amount }) => ({
        cells: [
          String(seq),
          label,
          dueOn === null ? anchors[anchor] : dateInTable(dueOn, language),
          amountText(amount),
        ],
      })),
      totals: [{ cells: ['', words.total, '', amountText(total)] }],
      empty: words.empty,
    },
    { kind: 'space', points: 4 },
    { kind: 'text', text: words.note(dateInText(quote.signedOn, language)), style: 'note' },
    { kind: 'space', points: 18 },
  ];
}

function loanBlocks(quote: QuoteSheet, language: Language): Block[] {
  const { loan } = quote;
  const { loan: words } = QUOTE_WORDS[language];
  if (loan === null) return [];
  const isLevel = loan.repayment === 'EQUAL_INSTALLMENT';
  const payments: Fact[] = isLevel
    ? [{ label: words.each, value: amountText(loan.first) }]
    : [
        { label: words.first, value: amountText(loan.first) },
        { label: words.last, value: amountText(loan.last) },
      ];
  return [
    {
      kind: 'together',
      blocks: [
        heading(words.heading, quote, language),
        {
          kind: 'sides',
          left: [
            {
              kind: 'facts',
              facts: [
                { label: words.term, value: words.months(loan.termMonths) },
                { label: words.rate, value: `${loan.annualRatePercent}%` },
                { label: words.method, value: words.methods[loan.repayment] },
              ],
            },
          ],
          right: [
            {
              kind: 'facts',
              isAmounts: true,
              facts: [
                { label: words.amount, value: amountText(loan.amount) },
                ...payments,
                { label: words.interest, value: amountText(loan.interest) },
              ],
            },
          ],
        },
        { kind: 'space', points: 4 },
        { kind: 'text', text: words.note, style: 'note' },
      ],
    },
    { kind: 'space', points: 18 },
  ];
}

function remarkBlocks({ remark }: QuoteSheet, language: Language): Block[] {
  if (remark === '') return [];
  return [
    { kind: 'space', points: 6 },
    { kind: 'text', text: QUOTE_WORDS[language].remark(remark), style: 'body' },
  ];
}
