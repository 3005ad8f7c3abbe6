/** What the widget of a contract reads: one request, and further pages only of a contract with more than 200 rows of a kind. */

import type { ContractChangeKind } from '#domain/deal/contract-change-kinds.ts';
import type { ContractState } from '#domain/deal/deal-states.ts';
import type { BandMode, GraceFrom } from '#domain/ledger/late-fee.ts';
import type {
  AllocationOrder,
  ChargeType,
  Fund,
  InstallmentClosure,
  PlanAnchor,
  ReceiptMethod,
  ReceiptState,
} from '#domain/ledger/ledger-states.ts';
import type { AdjustmentKind, MortgageState, RefundState } from '#domain/ledger/settlement-states.ts';
import { HOME_HANDOVER, type HomeRecords, homeSpecs } from '#widgets/care/home-facts/home-records.ts';
import type { ListSpec } from '#widgets/shared/api/graphql.ts';
import { literal } from '#widgets/shared/api/graphql.ts';
import { readParts } from '#widgets/shared/api/parts.ts';
import { BUYER, type BuyerRecord, MONEY } from '#widgets/shared/command-form/record-texts.ts';
import type { StoredAmount } from '#widgets/shared/format/amount.ts';
import type { BuyerRow } from '#widgets/shared/record/buyer-lines.tsx';

export type ContractRecord = BuyerRecord & {
  id: string;
  name: string | null;
  state: ContractState | null;
  signedOn: string | null;
  cancelledOn: string | null;
  completedOn: string | null;
  price: StoredAmount;
  paid: StoredAmount;
  prepaid: StoredAmount;
  overdue: StoredAmount;
  overdueSince: string | null;
  lateFee: StoredAmount;
  lateFeePaid: StoredAmount;
  lateFeeWaived: StoredAmount;
  allocationOrder: AllocationOrder | null;
  lateFeeRate: number | null;
  lateFeeGraceDays: number | null;
  lateFeeGraceFrom: GraceFrom | null;
  lateFeeBandDays: number | null;
  lateFeeBandRate: number | null;
  lateFeeBandMode: BandMode | null;
  lateFeeCapPercent: number | null;
  reservation: { id: string; name: string | null; reservedAt: string | null } | null;
  unit: { id: string; name: string | null; project: { timeZone: string | null } | null } | null;
};

// Twenty 2.21 loses what is nested in a relation whose `deletedAt` is not asked for.
const CONTRACT = `id name state signedOn cancelledOn completedOn price ${MONEY} paid ${MONEY} prepaid ${MONEY}
  overdue ${MONEY} overdueSince lateFee ${MONEY} lateFeePaid ${MONEY} lateFeeWaived ${MONEY}
  allocationOrder lateFeeRate lateFeeGraceDays lateFeeGraceFrom lateFeeBandDays lateFeeBandRate lateFeeBandMode
  lateFeeCapPercent reservation { id name reservedAt } unit { id name deletedAt project { timeZone } } ${BUYER}`;

export type InstallmentRow = {
  id: string;
  name: string | null;
  seq: number | null;
  dueOn: string | null;
  amount: StoredAmount;
  paid: StoredAmount;
  credited: StoredAmount;
  lateFee: StoredAmount;
  lateFeePaid: StoredAmount;
  lateFeeWaived: StoredAmount;
  chargeType: ChargeType | null;
  anchor: PlanAnchor | null;
  closedAs: InstallmentClosure | null;
};

export type ReceiptRow = {
  id: string;
  state: ReceiptState | null;
  amount: StoredAmount;
  receivedOn: string | null;
  valueOn: string | null;
  fund: Fund | null;
  allowPrepayment: boolean | null;
  reservationId: string | null;
  method: ReceiptMethod | null;
  firstTo: unknown;
};

export type RefundRow = {
  id: string;
  state: RefundState | null;
  amount: StoredAmount;
  refundedOn: string | null;
};

export type AdjustmentRow = {
  installmentId: string | null;
  kind: AdjustmentKind | null;
  amount: StoredAmount;
  effectiveOn: string | null;
};

export type ChangeRow = {
  id: string;
  name: string | null;
  kind: ContractChangeKind | null;
  effectiveOn: string | null;
  executedAt: string | null;
  before: string | null;
  after: string | null;
};

export type MortgageRow = {
  id: string;
  bank: string | null;
  state: MortgageState | null;
  amountAsked: StoredAmount;
  amountApproved: StoredAmount;
  amountDisbursed: StoredAmount;
};

/** Null for a list that the reader may not see. */
export type ContractSubject = HomeRecords & {
  contract: ContractRecord;
  installments: InstallmentRow[] | null;
  receipts: ReceiptRow[] | null;
  refunds: RefundRow[] | null;
  adjustments: AdjustmentRow[] | null;
  parties: BuyerRow[] | null;
  changes: ChangeRow[] | null;
  mortgages: MortgageRow[] | null;
  totals: Record<'installments' | 'receipts' | 'refunds' | 'adjustments' | 'changes', number | null>;
};

function specsOf(id: string) {
  const ofContract = `contractId: { eq: ${literal(id)} }`;
  const filter = `{ ${ofContract} }`;
  const orderBy = '[{ createdAt: DescNullsLast }]';
  return {
    contract: { root: 'keyturnContracts', fields: CONTRACT, filter: `{ id: { eq: ${literal(id)} } }` },
    installments: {
      root: 'keyturnInstallments',
      fields: `id name seq dueOn amount ${MONEY} paid ${MONEY} credited ${MONEY} lateFee ${MONEY} lateFeePaid ${MONEY}
        lateFeeWaived ${MONEY} chargeType anchor closedAs`,
      filter,
      orderBy: '[{ seq: AscNullsLast }]',
    },
    receipts: {
      root: 'keyturnReceipts',
      fields: `id state amount ${MONEY} receivedOn valueOn fund allowPrepayment reservationId method firstTo`,
      filter,
      orderBy,
    },
    refunds: { root: 'keyturnRefunds', fields: `id state amount ${MONEY} refundedOn`, filter, orderBy },
    adjustments: {
      root: 'keyturnAdjustments',
      fields: `installmentId kind amount ${MONEY} effectiveOn`,
      filter,
      orderBy,
    },
    parties: {
      root: 'keyturnParties',
      fields: `id name sharePercent isFirst ${BUYER}`,
      filter: `{ contractId: { eq: ${literal(id)} }, state: { eq: ACTIVE } }`,
    },
    changes: {
      root: 'keyturnContractChanges',
      fields: 'id name kind effectiveOn executedAt before after',
      filter,
      orderBy,
    },
    mortgages: {
      root: 'keyturnMortgageCases',
      fields: `id bank state amountAsked ${MONEY} amountApproved ${MONEY} amountDisbursed ${MONEY}`,
      filter,
      orderBy,
    },
    handovers: { root: 'keyturnHandovers', fields: HOME_HANDOVER, filter, orderBy },
    ...homeSpecs(ofContract, `handover: { ${ofContract} }`),
  } satisfies Record<string, ListSpec>;
}

/** Null when the contract is gone. @throws ApiFailure */
export async function readContract(id: string): Promise<ContractSubject | null> {
  const { records, totals } = await readParts(specsOf(id), {
    needed: 'contract',
    whole: ['installments', 'receipts', 'refunds', 'adjustments'],
  });
  const [contract] = records.contract as ContractRecord[];
  // The lists are what the specs above ask for.
  return contract === undefined ? null : ({ ...records, contract, totals } as unknown as ContractSubject);
}
