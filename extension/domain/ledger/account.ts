/**
 * A contract's account as of a day, from the rows that money moves by (D3, D4): what each installment asks, what
 * is paid and late of it, and the totals. One set of figures for the statement, the demand letter and the boards.
 */
import { isPositive, type Money, NO_CURRENCY, subtract, sum, zero } from '#domain/shared/money.ts';
import { later, type PlainDate } from '#domain/shared/plain-date.ts';
import { installmentState } from './installment.ts';
import { type LateFeeFields, lateFeeTermsOf } from './late-fee-terms.ts';
import type {
  AllocationOrder,
  ChargeType,
  Fund,
  InstallmentClosure,
  InstallmentState,
  PlanAnchor,
  ReceiptMethod,
  ReceiptState,
} from './ledger-states.ts';
import { type ChargeOutcome, type Ledger, type LedgerCharge, type Replayed, replay } from './replay.ts';
import type { AdjustmentKind, RefundState } from './settlement-states.ts';

export type AccountContract = LateFeeFields & {
  price: Money | null;
  signedOn: PlainDate | null;
  allocationOrder: AllocationOrder;
};

export type AccountInstallment = {
  id: string;
  name: string;
  seq: number | null;
  amount: Money | null;
  dueOn: PlainDate | null;
  chargeType: ChargeType;
  anchor: PlanAnchor | null;
  closedAs: InstallmentClosure | null;
};

export type AccountRows = {
  installments: readonly AccountInstallment[];
  receipts: readonly {
    id: string;
    state: ReceiptState;
    amount: Money | null;
    receivedOn: PlainDate | null;
    valueOn: PlainDate | null;
    fund: Fund;
    allowPrepayment: boolean;
    reservationId: string | null;
    method: ReceiptMethod;
    firstTo: unknown;
  }[];
  refunds: readonly { id: string; state: RefundState; amount: Money | null; refundedOn: PlainDate | null }[];
  adjustments: readonly {
    installmentId: string | null;
    kind: AdjustmentKind;
    amount: Money | null;
    effectiveOn: PlainDate | null;
  }[];
};

/** The rows as the replay knows them. Only cleared receipts and refunds that were paid out count. */
export function ledgerOf(contract: AccountContract, rows: AccountRows): Ledger {
  const currency = contract.price?.currency ?? NO_CURRENCY;
  const signedOn = contract.signedOn ?? ('0001-01-01' as PlainDate);
  return {
    currency,
    order: contract.allocationOrder,
    lateFee: lateFeeTermsOf(contract),
    charges: rows.installments.map((one) => chargeOf(one, rows.adjustments, currency)),
    receipts: rows.receipts.flatMap((receipt) => {
      const on = receipt.valueOn ?? receipt.receivedOn;
      if (receipt.state !== 'CLEARED' || receipt.amount === null || on === null) return [];
      return [
        {
          id: receipt.id,
          on: later(on, signedOn),
          amount: receipt.amount,
          fund: receipt.fund,
          // D2.3: a deposit pays the first installments, due or not.
          allowPrepayment: receipt.allowPrepayment || receipt.reservationId !== null,
          isLoan: receipt.method === 'BANK_LOAN' || receipt.method === 'PROVIDENT_FUND',
          firstTo: Array.isArray(receipt.firstTo) ? receipt.firstTo.map(String) : [],
        },
      ];
    }),
    refunds: rows.refunds.flatMap(({ id, state, amount, refundedOn }) =>
      state === 'PAID' && amount !== null && refundedOn !== null ? [{ id, amount, on: refundedOn }] : [],
    ),
  };
}

function chargeOf(
  installment: AccountInstallment,
  adjustments: AccountRows['adjustments'],
  currency: string,
): LedgerCharge {
  const own = adjustments.flatMap(({ installmentId, kind, amount, effectiveOn }) =>
    installmentId === installment.id && amount !== null && effectiveOn !== null
      ? [{ kind, on: effectiveOn, amount }]
      : [],
  );
  const isFeeWaiver = ({ kind }: { kind: AdjustmentKind }) => kind === 'LATE_FEE_WAIVER';
  return {
    id: installment.id,
    seq: installment.seq ?? 0,
    chargeType: installment.chargeType,
    amount: installment.amount ?? zero(currency),
    dueOn: installment.dueOn,
    isLoan: installment.anchor === 'LOAN',
    credits: own.filter((one) => !isFeeWaiver(one)),
    feeWaivers: own.filter(isFeeWaiver),
  };
}

/** One installment of an account: a line of the schedule. */
export type AccountLine = {
  id: string;
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

export type AccountFigures = {
  currency: string;
  replayed: Replayed;
  /** In the order of their numbers. */
  lines: AccountLine[];
  totals: {
    charged: Money;
    paid: Money;
    waived: Money;
    lateFees: { accrued: Money; paid: Money; waived: Money; open: Money };
    /** Received and not yet used for anything. */
    prepaid: Money;
    overdue: Money;
    nextDue: { on: PlainDate; label: string; amount: Money } | null;
  };
};

export function accountFigures(
  contract: AccountContract,
  rows: AccountRows,
  asOf: PlainDate,
): AccountFigures {
  const replayed = replay(ledgerOf(contract, rows), asOf);
  const currency = contract.price?.currency ?? NO_CURRENCY;
  const lines = rows.installments
    .filter(hasAmount)
    .sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0))
    .map((one) =>
      lineOf(
        one,
        replayed.charges.find(({ id }) => id === one.id),
        asOf,
      ),
    );
  const total = (amountOf: (one: ChargeOutcome) => Money) => sum(replayed.charges.map(amountOf), currency);
  const asked = lines.filter(({ dueOn }) => dueOn !== null && dueOn <= asOf);
  return {
    currency,
    replayed,
    lines,
    totals: {
      charged: sum(
        asked.map(({ amount }) => amount),
        currency,
      ),
      paid: total(({ paid }) => paid),
      waived: total(({ credited }) => credited),
      lateFees: {
        accrued: total(({ fee }) => fee),
        paid: total(({ feePaid }) => feePaid),
        waived: total(({ feeWaived }) => feeWaived),
        open: total((one) => feeLeft(one, currency)),
      },
      prepaid: replayed.balance,
      overdue: sum(
        asked.filter(({ dueOn }) => dueOn !== asOf).map(({ open }) => open),
        currency,
      ),
      nextDue: nextDueOf(lines, asOf),
    },
  };
}

type WithAmount = AccountInstallment & { amount: Money };

function hasAmount(one: AccountInstallment): one is WithAmount {
  return one.amount !== null;
}

export function nextDueOf(
  lines: readonly AccountLine[],
  asOf: PlainDate,
): AccountFigures['totals']['nextDue'] {
  const [next] = lines
    .filter(({ dueOn, open }) => dueOn !== null && dueOn > asOf && isPositive(open))
    .sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
  return next?.dueOn == null ? null : { on: next.dueOn, label: next.label, amount: next.open };
}

function lineOf(one: WithAmount, outcome: ChargeOutcome | undefined, asOf: PlainDate): AccountLine {
  const { id, amount, dueOn, closedAs } = one;
  const none = zero(amount.currency);
  const { paid = none, credited = none } = outcome ?? {};
  return {
    id,
    number: String(one.seq ?? ''),
    label: labelOf(one),
    dueOn,
    amount,
    paid,
    waived: credited,
    lateFee: feeLeft(outcome, amount.currency),
    open: openOf(one, outcome),
    state: installmentState({ amount, paid, credited, dueOn, closedAs }, asOf),
  };
}

/** "C-17 · 3 Roof" is called "Roof": the rest is said elsewhere. */
export function labelOf({ name }: { name: string }): string {
  return name.replace(/^.* · \d+ /, '');
}

/** Principal that is neither paid nor taken off. */
export function openOf({ amount }: { amount: Money }, outcome: ChargeOutcome | undefined): Money {
  if (outcome === undefined) return amount;
  const open = subtract(subtract(amount, outcome.paid), outcome.credited);
  return isPositive(open) ? open : zero(amount.currency);
}

/** Late fee that is neither paid nor waived. */
export function feeLeft(outcome: ChargeOutcome | undefined, currency: string): Money {
  if (outcome === undefined) return zero(currency);
  const left = subtract(subtract(outcome.fee, outcome.feePaid), outcome.feeWaived);
  return isPositive(left) ? left : zero(currency);
}
