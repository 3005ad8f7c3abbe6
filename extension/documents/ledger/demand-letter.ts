/** A demand letter: what is overdue, what is asked and until when, in the words of a template. */
import type { DunningLevel } from '#domain/ledger/collection-states.ts';
import { add, type Money, sum } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { amountInWords, type CurrencyNames } from '../amount-in-words/index.ts';
import type { Letterhead } from '../shared/blocks.ts';
import type { Language } from '../shared/language.ts';
import { unknownPlaceholders } from '../shared/placeholders.ts';
import { amountWithCurrency, dateInText } from '../shared/text-format.ts';
import type { Party } from './statement.ts';

export type DemandLetter = {
  level: DunningLevel;
  letterNumber: string;
  date: PlainDate;
  /** The company, or the law firm that writes for it. */
  sender: Letterhead;
  addressee: Party;
  project: string;
  contract: string;
  unit: string;
  currency: string;
  overdue: readonly OverdueInstallment[];
  payBy: PlainDate;
  bankAccounts: readonly BankAccount[];
  template: DemandLetterTemplate;
  /** What the currency is called in words; its code stands before them otherwise. */
  currencyNames?: CurrencyNames;
};

export type OverdueInstallment = {
  label: string;
  dueOn: PlainDate;
  daysLate: number;
  open: Money;
  lateFee: Money;
};

export type BankAccount = { holder: string; bank: string; number: string; note?: string };

/**
 * Text with placeholders, in paragraphs that an empty line parts. `{{installments}}` and
 * `{{bankAccounts}}` stand in a paragraph of their own; what the body leaves out follows it.
 */
export type DemandLetterTemplate = { title: string; body: string };

/** All that is open of what is overdue, its late fees included: the one number that the letter asks for. */
export function totalDemanded(letter: DemandLetter): Money {
  return add(totalOf(letter, 'open'), totalOf(letter, 'lateFee'));
}

export function totalOf({ overdue, currency }: DemandLetter, part: 'open' | 'lateFee'): Money {
  return sum(
    overdue.map((one) => one[part]),
    currency,
  );
}

/** Stand for a table and for the bank accounts, each in a paragraph of its own. */
export const BLOCK_PLACEHOLDERS = ['installments', 'bankAccounts'] as const;

export type BlockPlaceholder = (typeof BLOCK_PLACEHOLDERS)[number];

const TEXT_PLACEHOLDERS = [
  'buyer',
  'company',
  'project',
  'unit',
  'contract',
  'letterNumber',
  'date',
  'payBy',
  'daysLate',
  'count',
  'principal',
  'lateFees',
  'total',
  'totalInWords',
] as const;

export const DEMAND_LETTER_PLACEHOLDERS: readonly string[] = [...TEXT_PLACEHOLDERS, ...BLOCK_PLACEHOLDERS];

type Values = Readonly<Record<(typeof TEXT_PLACEHOLDERS)[number], string>>;

/** What each placeholder stands for in one letter. */
export function placeholderValues(letter: DemandLetter, language: Language): Values {
  const { overdue } = letter;
  const total = totalDemanded(letter);
  return {
    buyer: letter.addressee.name,
    company: letter.sender.name,
    project: letter.project,
    unit: letter.unit,
    contract: letter.contract,
    letterNumber: letter.letterNumber,
    date: dateInText(letter.date, language),
    payBy: dateInText(letter.payBy, language),
    daysLate: String(overdue.reduce((most, { daysLate }) => Math.max(most, daysLate), 0)),
    count: String(overdue.length),
    principal: amountWithCurrency(totalOf(letter, 'open'), language),
    lateFees: amountWithCurrency(totalOf(letter, 'lateFee'), language),
    total: amountWithCurrency(total, language),
    totalInWords: amountInWords(total, language, letter.currencyNames),
  };
}

/** The paragraphs of a body: texts, and the places of what is drawn as a block. */
export function paragraphsOf(body: string): (string | { block: BlockPlaceholder })[] {
  return body
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => {
      const [, name] = /^\s*[{｛]{2}\s*(\w+)\s*[}｝]{2}\s*$/.exec(paragraph) ?? [];
      const block = BLOCK_PLACEHOLDERS.find((one) => one === name);
      return block === undefined ? paragraph : { block };
    });
}

/** The placeholders of a template that no letter knows there: to be shown to whoever edits it. */
export function unknownInTemplate({ title, body }: DemandLetterTemplate): string[] {
  const texts = paragraphsOf(body).filter((paragraph) => typeof paragraph === 'string');
  return unknownPlaceholders([title, ...texts].join('\n\n'), TEXT_PLACEHOLDERS);
}
