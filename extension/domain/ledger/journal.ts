/**
 * The journal for the books: every posting of the ledger as a balanced set of lines. Account names are
 * keys that a company maps to its own chart; a posting that takes another back swaps its sides.
 */
import { isZero, type Money, subtract, zero } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { AllocationKind, ChargeType, ReceiptMethod } from './ledger-states.ts';

export type Account =
  | 'BANK'
  | 'CASH'
  | 'COMPENSATION_EXPENSE'
  | 'CUSTOMER_ADVANCES'
  | 'CONTRACT_LIABILITIES'
  | 'COLLECTED_FOR_OTHERS'
  | 'RETAINED_INCOME'
  | 'LATE_FEE_RECEIVABLE'
  | 'LATE_FEE_INCOME'
  | 'LATE_FEE_WAIVED';

export type JournalLine = {
  /** The record that was posted; all lines of a posting share it. */
  posting: string;
  kind: string;
  on: PlainDate;
  contract: string;
  account: Account;
  debit: Money;
  credit: Money;
  text: string;
};

export type Posting =
  | {
      kind: 'RECEIPT';
      id: string;
      on: PlainDate;
      contract: string;
      amount: Money;
      method: ReceiptMethod;
      text: string;
    }
  | {
      kind: 'RECEIPT_TAKEN_BACK';
      id: string;
      on: PlainDate;
      contract: string;
      amount: Money;
      method: ReceiptMethod;
      text: string;
    }
  | {
      kind: 'REFUND';
      id: string;
      on: PlainDate;
      contract: string;
      amount: Money;
      method: ReceiptMethod;
      text: string;
    }
  | {
      kind: 'ALLOCATION';
      id: string;
      on: PlainDate;
      contract: string;
      amount: Money;
      pays: AllocationKind;
      charge: ChargeType;
      text: string;
    }
  | { kind: 'DEPOSIT_FORFEITED'; id: string; on: PlainDate; contract: string; amount: Money; text: string }
  | { kind: 'LATE_FEE'; id: string; on: PlainDate; contract: string; amount: Money; text: string }
  | { kind: 'LATE_FEE_WAIVED'; id: string; on: PlainDate; contract: string; amount: Money; text: string };

/** Debit and credit are equal in every posting; a posting of zero has no lines. */
export function journalLines(postings: readonly Posting[]): JournalLine[] {
  return postings.flatMap((posting) => {
    if (isZero(posting.amount)) return [];
    const [debit, credit] = accountsOf(posting);
    const none = zero(posting.amount.currency);
    const isTakenBack = posting.amount.minor < 0n;
    const amount = isTakenBack ? subtract(none, posting.amount) : posting.amount;
    const [left, right] = isTakenBack ? [credit, debit] : [debit, credit];
    const { id, kind, on, contract, text } = posting;
    const line = { posting: id, kind, on, contract, text };
    return [
      { ...line, account: left, debit: amount, credit: none },
      { ...line, account: right, debit: none, credit: amount },
    ];
  });
}

function accountsOf(posting: Posting): [debit: Account, credit: Account] {
  switch (posting.kind) {
    case 'RECEIPT':
      return [moneyAccount(posting.method), 'CUSTOMER_ADVANCES'];
    case 'RECEIPT_TAKEN_BACK':
    case 'REFUND':
      return ['CUSTOMER_ADVANCES', moneyAccount(posting.method)];
    case 'ALLOCATION':
      return ['CUSTOMER_ADVANCES', posting.pays === 'FEE' ? 'LATE_FEE_RECEIVABLE' : CHARGED[posting.charge]];
    case 'DEPOSIT_FORFEITED':
      return ['CUSTOMER_ADVANCES', 'RETAINED_INCOME'];
    case 'LATE_FEE':
      return ['LATE_FEE_RECEIVABLE', 'LATE_FEE_INCOME'];
    case 'LATE_FEE_WAIVED':
      return ['LATE_FEE_WAIVED', 'LATE_FEE_RECEIVABLE'];
  }
}

const CHARGED: Record<ChargeType, Account> = {
  HOUSE_PRICE: 'CONTRACT_LIABILITIES',
  AREA_DIFFERENCE: 'CONTRACT_LIABILITIES',
  OTHER_FEE: 'CONTRACT_LIABILITIES',
  RETENTION: 'RETAINED_INCOME',
  MAINTENANCE_FUND: 'COLLECTED_FOR_OTHERS',
  TAX: 'COLLECTED_FOR_OTHERS',
};

function moneyAccount(method: ReceiptMethod): Account {
  if (method === 'CASH') return 'CASH';
  return method === 'COMPENSATION' ? 'COMPENSATION_EXPENSE' : 'BANK';
}
