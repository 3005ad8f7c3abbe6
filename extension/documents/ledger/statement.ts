/**
 * A statement of account: what was asked of a buyer, what came in and what is left, as of a date. All
 * numbers are worked out by whoever asks for it; a statement only prints them.
 */
import type { AgeingBucket } from '#domain/ledger/ageing.ts';
import type { InstallmentState, LateFeeSegment } from '#domain/ledger/index.ts';
import type { Money } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { Letterhead } from '../shared/blocks.ts';

export type Party = { name: string; addressLines: readonly string[] };

export type Statement = {
  /** Of one contract, or of all contracts of a buyer. */
  kind: 'CONTRACT' | 'BUYER';
  reference: string;
  date: PlainDate;
  asOf: PlainDate;
  sender: Letterhead;
  buyer: Party;
  /** One for a contract; for a buyer any number, in any currencies. */
  contracts: readonly ContractAccount[];
};

/** All amounts of an account are in the currency of its price. */
export type ContractAccount = {
  number: string;
  project: string;
  unit: string;
  price: Money;
  signedOn: PlainDate;
  /** In the order of their dates; the balance is what the buyer owes after each. */
  entries: readonly AccountEntry[];
  schedule: readonly ScheduleLine[];
  totals: AccountTotals;
  ageing: Readonly<Record<AgeingBucket, Money>>;
  lateFees: readonly LateFeeExplanation[];
};

export type AccountEntry = {
  date: PlainDate;
  description: string;
  charge: Money | null;
  payment: Money | null;
  balance: Money;
};

export type ScheduleLine = {
  number: string;
  label: string;
  /** Nothing while the milestone that it waits for is not certified. */
  dueOn: PlainDate | null;
  amount: Money;
  paid: Money;
  waived: Money;
  /** The late fee that is open. */
  lateFee: Money;
  open: Money;
  state: InstallmentState;
};

export type AccountTotals = {
  charged: Money;
  paid: Money;
  waived: Money;
  lateFees: { accrued: Money; paid: Money; waived: Money; open: Money };
  /** Received and not yet used for anything. */
  prepaid: Money;
  /** What the buyer owes in all, late fees included. */
  balance: Money;
  overdue: Money;
  nextDue: { on: PlainDate; label: string; amount: Money } | null;
};

/** How the late fee of one installment came about (D3). */
export type LateFeeExplanation = { installment: string; segments: readonly LateFeeSegment[] };
