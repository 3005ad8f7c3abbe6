/** Lays a demand letter out: sender, addressee, the template's paragraphs, the overdue installments. */
import { add, type Money } from '#domain/shared/money.ts';
import type { Block, DocumentSpec } from '../shared/blocks.ts';
import type { Language } from '../shared/language.ts';
import { fillPlaceholders, UnknownPlaceholders } from '../shared/placeholders.ts';
import { amountText, currencyName, dateInTable, dateInText } from '../shared/text-format.ts';
import {
  type BankAccount,
  BLOCK_PLACEHOLDERS,
  type BlockPlaceholder,
  DEMAND_LETTER_PLACEHOLDERS,
  type DemandLetter,
  paragraphsOf,
  placeholderValues,
  totalDemanded,
  totalOf,
  unknownInTemplate,
} from './demand-letter.ts';
import { LETTER_WORDS } from './demand-letter-words.ts';

/** @throws UnknownPlaceholders when the template uses a placeholder that no letter knows there. */
export function demandLetterDocument(letter: DemandLetter, language: Language): DocumentSpec {
  const unknown = unknownInTemplate(letter.template);
  if (unknown.length > 0) throw new UnknownPlaceholders(unknown, DEMAND_LETTER_PLACEHOLDERS);
  const title = fillPlaceholders(letter.template.title, placeholderValues(letter, language)).trim();
  return {
    language,
    title,
    reference: letter.letterNumber,
    date: letter.date,
    letterhead: letter.sender,
    blocks: [
      addressBlock(letter, language),
      { kind: 'space', points: 24 },
      { kind: 'title', text: title },
      { kind: 'space', points: 12 },
      ...bodyBlocks(letter, language),
      signatureBlock(letter, language),
    ],
  };
}

function addressBlock(letter: DemandLetter, language: Language): Block {
  const words = LETTER_WORDS[language];
  const { addressee } = letter;
  return {
    kind: 'sides',
    left: [
      { kind: 'text', text: addressee.name, style: 'strong' },
      ...addressee.addressLines.map((text) => ({ kind: 'text', text, style: 'body' }) as const),
    ],
    right: [
      {
        kind: 'facts',
        facts: [
          { label: words.date, value: dateInText(letter.date, language) },
          { label: words.number, value: letter.letterNumber },
          { label: words.contract, value: letter.contract },
          { label: words.project, value: letter.project },
          { label: words.unit, value: letter.unit },
        ],
      },
    ],
  };
}

/** What the template has no place for comes at its end: the table and the account are never left out. */
function bodyBlocks(letter: DemandLetter, language: Language): Block[] {
  const values = placeholderValues(letter, language);
  const paragraphs = paragraphsOf(letter.template.body);
  const placed = paragraphs.flatMap((one) => (typeof one === 'string' ? [] : [one.block]));
  const absent = BLOCK_PLACEHOLDERS.filter((name) => !placed.includes(name));
  return [...paragraphs, ...absent.map((block) => ({ block }))].flatMap((paragraph): Block[] =>
    typeof paragraph === 'string'
      ? [
          { kind: 'text', text: fillPlaceholders(paragraph, values), style: 'letter' },
          { kind: 'space', points: 9 },
        ]
      : [...namedBlocks(paragraph.block, letter, language), { kind: 'space', points: 14 }],
  );
}

function namedBlocks(name: BlockPlaceholder, letter: DemandLetter, language: Language): Block[] {
  return name === 'installments' ? overdueBlocks(letter, language) : accountBlocks(letter, language);
}

function overdueBlocks(letter: DemandLetter, language: Language): Block[] {
  const words = LETTER_WORDS[language];
  const { overdue, currency } = letter;
  const right = (title: string) => ({ title, align: 'right' as const });
  const amounts = (open: Money, lateFee: Money, both: Money) => [open, lateFee, both].map(amountText);
  const totals = amounts(totalOf(letter, 'open'), totalOf(letter, 'lateFee'), totalDemanded(letter));
  const aside = words.amountsIn(currencyName(currency, language));
  return [
    { kind: 'heading', text: words.amounts, level: 2, aside },
    {
      kind: 'table',
      columns: [
        { title: words.installment, grows: true },
        { title: words.due },
        ...[words.daysLate, words.open, words.lateFee, words.sum].map(right),
      ],
      rows: overdue.map(({ label, dueOn, daysLate, open, lateFee }) => ({
        cells: [
          label,
          dateInTable(dueOn, language),
          String(daysLate),
          ...amounts(open, lateFee, add(open, lateFee)),
        ],
      })),
      totals: overdue.length === 0 ? [] : [{ cells: [words.total, '', '', ...totals] }],
      empty: words.empty,
    },
  ];
}

function accountBlocks({ bankAccounts }: DemandLetter, language: Language): Block[] {
  const words = LETTER_WORDS[language].account;
  const facts = (account: BankAccount) =>
    (['holder', 'bank', 'number', 'note'] as const).flatMap((part) => {
      const value = account[part];
      return value === undefined ? [] : [{ label: words[part], value }];
    });
  return bankAccounts.map((account) => ({ kind: 'panel', facts: facts(account) }));
}

function signatureBlock({ sender, date }: DemandLetter, language: Language): Block {
  const align = language === 'zh-CN' ? 'right' : 'left';
  const lines = LETTER_WORDS[language].signature(sender.name, dateInText(date, language));
  return {
    kind: 'together',
    blocks: lines.map((text) => ({ kind: 'text', text, style: 'letter', align })),
  };
}
