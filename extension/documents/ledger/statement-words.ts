/** The words of statements of account. */
import type { AgeingBucket } from '#domain/ledger/ageing.ts';
import type { InstallmentState } from '#domain/ledger/index.ts';
import type { Wording } from '../shared/language.ts';
import { ENGLISH_STATEMENT } from './statement-words-en.ts';
import { CHINESE_STATEMENT } from './statement-words-zh.ts';

export type StatementWords = {
  title: string;
  asOf: (date: string) => string;
  facts: Record<
    'reference' | 'date' | 'contract' | 'project' | 'unit' | 'price' | 'signedOn' | 'contracts',
    string
  >;
  amountsIn: (currency: string) => string;
  contractHeading: (number: string, unit: string) => string;
  figures: Record<'charged' | 'paid' | 'balance' | 'overdue' | 'nextDue' | 'nothingDue', string>;
  summary: { heading: string; contract: string; total: (currency: string) => string; empty: string };
  entries: Record<
    'heading' | 'date' | 'description' | 'charge' | 'payment' | 'balance' | 'totals' | 'empty' | 'note',
    string
  >;
  schedule: Record<
    'heading' | 'number' | 'label' | 'due' | 'amount' | 'paid' | 'waived' | 'lateFee' | 'open' | 'state',
    string
  > & { totals: string; empty: string; undated: string };
  totals: Record<
    | 'heading'
    | 'charged'
    | 'paid'
    | 'waived'
    | 'accrued'
    | 'feesPaid'
    | 'feesWaived'
    | 'feesOpen'
    | 'prepaid'
    | 'balance'
    | 'overdue',
    string
  > & { nextDue: (date: string, installment: string) => string };
  ageing: { heading: string; buckets: Record<AgeingBucket, string>; total: string };
  lateFees: Record<
    'heading' | 'intro' | 'installment' | 'from' | 'to' | 'days' | 'base' | 'rate' | 'fee' | 'total',
    string
  >;
  states: Record<InstallmentState, string>;
};

export const STATEMENT_WORDS: Wording<StatementWords> = { en: ENGLISH_STATEMENT, 'zh-CN': CHINESE_STATEMENT };
