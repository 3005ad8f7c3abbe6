/** Lays a statement of account out: of one contract, or of all contracts of a buyer with a summary. */
import { type Money, sum } from '#domain/shared/money.ts';
import type { Block, DocumentSpec, Fact, Row } from '../shared/blocks.ts';
import type { Language } from '../shared/language.ts';
import { amountText, amountWithCurrency, currencyName, dateInText } from '../shared/text-format.ts';
import type { AccountTotals, ContractAccount, Statement } from './statement.ts';
import { accountBlocks } from './statement-account.ts';
import { STATEMENT_WORDS } from './statement-words.ts';

export function statementDocument(statement: Statement, language: Language): DocumentSpec {
  const { reference, date, sender, kind } = statement;
  const words = STATEMENT_WORDS[language];
  const body = kind === 'CONTRACT' ? contractBody(statement, language) : buyerBody(statement, language);
  return {
    language,
    title: words.title,
    reference,
    date,
    letterhead: sender,
    blocks: [
      { kind: 'title', text: words.title, subtitle: words.asOf(dateInText(statement.asOf, language)) },
      { kind: 'space', points: 14 },
      {
        kind: 'sides',
        left: [
          { kind: 'text', text: statement.buyer.name, style: 'strong' },
          ...statement.buyer.addressLines.map((text) => ({ kind: 'text', text, style: 'body' }) as const),
        ],
        right: [{ kind: 'facts', facts: documentFacts(statement, language) }],
      },
      { kind: 'space', points: 18 },
      ...body,
    ],
  };
}

function documentFacts(statement: Statement, language: Language): Fact[] {
  const { facts: words } = STATEMENT_WORDS[language];
  const [only] = statement.contracts;
  const isOne = statement.kind === 'CONTRACT' && only !== undefined;
  return [
    { label: words.reference, value: statement.reference },
    { label: words.date, value: dateInText(statement.date, language) },
    ...(isOne
      ? contractFacts(only, language)
      : [{ label: words.contracts, value: String(statement.contracts.length) }]),
  ];
}

function contractFacts(
  { number, project, unit, price, signedOn }: ContractAccount,
  language: Language,
): Fact[] {
  const { facts: words } = STATEMENT_WORDS[language];
  return [
    { label: words.contract, value: number },
    { label: words.project, value: project },
    { label: words.unit, value: unit },
    { label: words.price, value: amountWithCurrency(price, language) },
    { label: words.signedOn, value: dateInText(signedOn, language) },
  ];
}

function contractBody({ contracts }: Statement, language: Language): Block[] {
  return contracts.flatMap((account) => accountBlocks(account, language));
}

/** The summary, then each contract from a page of its own. */
function buyerBody({ contracts }: Statement, language: Language): Block[] {
  const words = STATEMENT_WORDS[language];
  return [
    ...summaryBlocks(contracts, language),
    ...contracts.flatMap((account): Block[] => [
      { kind: 'newPage' },
      { kind: 'heading', text: words.contractHeading(account.number, account.unit), level: 1 },
      { kind: 'sides', left: [{ kind: 'facts', facts: contractFacts(account, language) }], right: [] },
      { kind: 'space', points: 14 },
      ...accountBlocks(account, language),
    ]),
  ];
}

const SUMMED = ['charged', 'paid', 'waived', 'feesOpen', 'prepaid', 'balance', 'overdue'] as const;

function summed({ lateFees, ...totals }: AccountTotals): Record<(typeof SUMMED)[number], Money> {
  return { ...totals, feesOpen: lateFees.open };
}

/** One table a currency: amounts of two are never added. */
function summaryBlocks(contracts: readonly ContractAccount[], language: Language): Block[] {
  const words = STATEMENT_WORDS[language];
  const currencies = [...new Set(contracts.map(({ price }) => price.currency))];
  if (currencies.length === 0) return [{ kind: 'text', text: words.summary.empty, style: 'body' }];
  return currencies.flatMap((currency): Block[] => {
    const own = contracts.filter(({ price }) => price.currency === currency);
    const row = ({ number, unit, totals }: ContractAccount): Row => ({
      cells: [`${number}\n${unit}`, ...SUMMED.map((part) => amountText(summed(totals)[part]))],
    });
    const totals = SUMMED.map((part) =>
      sum(
        own.map((account) => summed(account.totals)[part]),
        currency,
      ),
    );
    return [
      {
        kind: 'heading',
        text: words.summary.heading,
        level: 2,
        aside: words.amountsIn(currencyName(currency, language)),
      },
      {
        kind: 'table',
        columns: [
          { title: words.summary.contract, grows: true },
          ...SUMMED.map((part) => ({ title: words.totals[part], align: 'right' as const })),
        ],
        rows: own.map(row),
        totals: [
          { cells: [words.summary.total(currencyName(currency, language)), ...totals.map(amountText)] },
        ],
        empty: words.summary.empty,
      },
      { kind: 'space', points: 18 },
    ];
  });
}
