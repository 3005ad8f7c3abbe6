/** The sections of one contract in a statement: what is asked and paid, the schedule, what is late. */
import { isZero, type Money, sum } from '#domain/shared/money.ts';
import type { Block, Figure, Row, TableBlock } from '../shared/blocks.ts';
import type { Language } from '../shared/language.ts';
import { amountText, currencyName, dateInTable, dateInText } from '../shared/text-format.ts';
import type { AccountEntry, AccountTotals, ContractAccount } from './statement.ts';
import { ageingTable, lateFeeBlocks } from './statement-late.ts';
import { STATEMENT_WORDS } from './statement-words.ts';

export function accountBlocks(account: ContractAccount, language: Language): Block[] {
  const words = STATEMENT_WORDS[language];
  const aside = words.amountsIn(currencyName(account.price.currency, language));
  const section = (text: string, ...blocks: Block[]): Block[] => [
    { kind: 'heading', text, level: 2, aside },
    ...blocks,
    { kind: 'space', points: 18 },
  ];
  return [
    { kind: 'figures', figures: figures(account.totals, language) },
    { kind: 'space', points: 18 },
    ...section(
      words.entries.heading,
      entriesTable(account, language),
      { kind: 'space', points: 4 },
      { kind: 'text', text: words.entries.note, style: 'note' },
    ),
    ...section(words.schedule.heading, scheduleTable(account, language)),
    {
      kind: 'together',
      blocks: [
        ...section(words.totals.heading, totalsBlock(account.totals, language)),
        ...section(words.ageing.heading, ageingTable(account, language)),
      ],
    },
    ...lateFeeBlocks(account, language, aside),
  ];
}

export function figures(totals: AccountTotals, language: Language): Figure[] {
  const words = STATEMENT_WORDS[language].figures;
  const { nextDue } = totals;
  return [
    { label: words.charged, value: amountText(totals.charged) },
    { label: words.paid, value: amountText(totals.paid) },
    { label: words.balance, value: amountText(totals.balance) },
    { label: words.overdue, value: amountText(totals.overdue), isAlert: totals.overdue.minor > 0n },
    {
      label: nextDue === null ? words.nextDue : `${words.nextDue} ${dateInTable(nextDue.on, language)}`,
      value: nextDue === null ? words.nothingDue : amountText(nextDue.amount),
    },
  ];
}

/** An amount that is not there is left empty in a table, not printed as zero. */
function unlessZero(amount: Money | null): string {
  return amount === null || isZero(amount) ? '' : amountText(amount);
}

function entriesTable({ entries, price, totals }: ContractAccount, language: Language): TableBlock {
  const words = STATEMENT_WORDS[language].entries;
  const total = (part: 'charge' | 'payment') =>
    amountText(
      sum(
        entries.map((entry) => entry[part]).filter((amount) => amount !== null),
        price.currency,
      ),
    );
  const row = (entry: AccountEntry): Row => ({
    cells: [
      dateInTable(entry.date, language),
      entry.description,
      unlessZero(entry.charge),
      unlessZero(entry.payment),
      amountText(entry.balance),
    ],
  });
  return {
    kind: 'table',
    columns: [
      { title: words.date },
      { title: words.description, grows: true },
      { title: words.charge, align: 'right' },
      { title: words.payment, align: 'right' },
      { title: words.balance, align: 'right' },
    ],
    rows: entries.map(row),
    totals:
      entries.length === 0
        ? []
        : [{ cells: ['', words.totals, total('charge'), total('payment'), amountText(totals.balance)] }],
    empty: words.empty,
  };
}

function scheduleTable({ schedule, price }: ContractAccount, language: Language): TableBlock {
  const { schedule: words, states } = STATEMENT_WORDS[language];
  const parts = ['amount', 'paid', 'waived', 'lateFee', 'open'] as const;
  const totals = parts.map((part) =>
    amountText(
      sum(
        schedule.map((line) => line[part]),
        price.currency,
      ),
    ),
  );
  return {
    kind: 'table',
    columns: [
      { title: words.number },
      { title: words.label, grows: true },
      { title: words.due },
      ...parts.map((part) => ({ title: words[part], align: 'right' as const })),
      { title: words.state },
    ],
    rows: schedule.map((line) => ({
      cells: [
        line.number,
        line.label,
        line.dueOn === null ? words.undated : dateInTable(line.dueOn, language),
        amountText(line.amount),
        unlessZero(line.paid),
        unlessZero(line.waived),
        unlessZero(line.lateFee),
        unlessZero(line.open),
        states[line.state],
      ],
    })),
    totals: schedule.length === 0 ? [] : [{ cells: ['', words.totals, '', ...totals, ''] }],
    empty: words.empty,
  };
}

function totalsBlock(totals: AccountTotals, language: Language): Block {
  const words = STATEMENT_WORDS[language].totals;
  const { lateFees, nextDue } = totals;
  const amounts = (...pairs: [label: string, amount: Money][]): Block => ({
    kind: 'facts',
    isAmounts: true,
    facts: pairs.map(([label, amount]) => ({ label, value: amountText(amount) })),
  });
  const next: [string, Money][] =
    nextDue === null
      ? []
      : [[words.nextDue(dateInText(nextDue.on, language), nextDue.label), nextDue.amount]];
  return {
    kind: 'sides',
    left: [
      amounts(
        [words.charged, totals.charged],
        [words.paid, totals.paid],
        [words.waived, totals.waived],
        [words.prepaid, totals.prepaid],
        [words.balance, totals.balance],
      ),
    ],
    right: [
      amounts(
        [words.accrued, lateFees.accrued],
        [words.feesPaid, lateFees.paid],
        [words.feesWaived, lateFees.waived],
        [words.feesOpen, lateFees.open],
        [words.overdue, totals.overdue],
        ...next,
      ),
    ],
  };
}
