/** What a statement says about being late: how old the open amounts are, and how each fee came about. */
import { AGEING_BUCKETS } from '#domain/ledger/ageing.ts';
import { sum } from '#domain/shared/money.ts';
import type { Block, TableBlock } from '../shared/blocks.ts';
import type { Language } from '../shared/language.ts';
import { amountText, dateInTable, rateText } from '../shared/text-format.ts';
import type { ContractAccount } from './statement.ts';
import { STATEMENT_WORDS } from './statement-words.ts';

export function ageingTable({ ageing, price }: ContractAccount, language: Language): TableBlock {
  const words = STATEMENT_WORDS[language].ageing;
  const total = sum(Object.values(ageing), price.currency);
  return {
    kind: 'table',
    columns: [...AGEING_BUCKETS.map((bucket) => words.buckets[bucket]), words.total].map((title) => ({
      title,
      align: 'right' as const,
    })),
    rows: [{ cells: [...AGEING_BUCKETS.map((bucket) => amountText(ageing[bucket])), amountText(total)] }],
    empty: '',
  };
}

/** How every late fee came about, line by line; nothing when there is none. */
export function lateFeeBlocks(account: ContractAccount, language: Language, aside: string): Block[] {
  const words = STATEMENT_WORDS[language].lateFees;
  const rows = account.lateFees.flatMap(({ installment, segments }) =>
    segments.map(({ from, to, days, base, ratePerDay, fee }) => ({
      cells: [
        installment,
        dateInTable(from, language),
        dateInTable(to, language),
        String(days),
        amountText(base),
        rateText(ratePerDay),
        amountText(fee),
      ],
    })),
  );
  if (rows.length === 0) return [];
  const fees = account.lateFees.flatMap(({ segments }) => segments.map(({ fee }) => fee));
  const right = (title: string) => ({ title, align: 'right' as const });
  return [
    { kind: 'heading', text: words.heading, level: 2, aside },
    { kind: 'text', text: words.intro, style: 'note' },
    { kind: 'space', points: 4 },
    {
      kind: 'table',
      columns: [
        { title: words.installment, grows: true },
        { title: words.from },
        { title: words.to },
        ...[words.days, words.base, words.rate, words.fee].map(right),
      ],
      rows,
      totals: [{ cells: [words.total, '', '', '', '', '', amountText(sum(fees, account.price.currency))] }],
      empty: '',
    },
    { kind: 'space', points: 18 },
  ];
}
