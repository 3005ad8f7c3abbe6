/** A contract (合同): price, buyer and plan; its installments always add up to its price (E21.6). */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { CancelKind } from '#domain/deal/deal-states.ts';
import { DUE_DAY_RULES, ledgerTerms } from '#kit/ledger-choices.ts';
import { belongsTo, date, decimal, hasMany, json, money, object, select, text } from '#kit/object.ts';
import { CONTRACT_STAGES } from '#workflows/pipeline/contract.ts';

const CANCEL_KINDS: Record<CancelKind, { label: string; color: string }> = {
  MUTUAL: { label: 'By agreement', color: 'gray' },
  BUYER_DEFAULT: { label: 'The buyer failed', color: 'red' },
  SELLER_DEFAULT: { label: 'The seller failed', color: 'orange' },
  RESCISSION: { label: 'The buyer rescinded', color: 'brown' },
  REGULATOR: { label: 'By the authority', color: 'purple' },
};

const LANGUAGES: Record<'EN' | 'ZH', { label: string; color: string }> = {
  EN: { label: 'English', color: 'blue' },
  ZH: { label: 'Chinese', color: 'red' },
};

export default defineObject(
  object('contract', {
    label: 'Contract',
    plural: 'Contracts',
    icon: 'IconFileCertificate',
    description: 'The sale of a unit to a buyer, with its price and payment plan.',
    isUICreatable: false,
    fields: {
      name: text('Number'),
      unit: belongsTo('Unit', 'unit.contracts'),
      reservation: belongsTo('Reservation', 'reservation.contracts'),
      buyer: belongsTo('Buyer', 'person.keyturnContracts', { onDelete: OnDeleteAction.SET_NULL }),
      company: belongsTo('Company', 'company.keyturnContracts', { onDelete: OnDeleteAction.SET_NULL }),
      salesperson: belongsTo('Salesperson', 'workspaceMember.keyturnContracts', {
        onDelete: OnDeleteAction.SET_NULL,
      }),
      soldBy: belongsTo('Sold by', 'workspaceMember.keyturnContractsSold', {
        onDelete: OnDeleteAction.SET_NULL,
        description: 'Who signed it. Stays when the contract passes to another salesperson.',
      }),
      paymentPlan: belongsTo('Payment plan', 'paymentPlan.contracts'),
      state: select('State', CONTRACT_STAGES, { initially: 'DRAFT' }),
      price: money('Price'),
      paid: money('Paid'),
      prepaid: money('Prepaid', { description: 'Received and not yet allocated to an installment.' }),
      refunded: money('Refunded'),
      lateFee: money('Late fee', { description: 'All of it up to the last nightly run or posting.' }),
      lateFeePaid: money('Late fee paid'),
      lateFeeWaived: money('Late fee waived'),
      overdue: money('Overdue', { description: 'Principal that is past its due date.' }),
      overdueSince: date('Overdue since'),
      signedOn: date('Signed on'),
      cancelledOn: date('Cancelled on'),
      cancelKind: select('Why cancelled', CANCEL_KINDS),
      depositAgreed: money('Deposit agreed', { description: 'What the contract calls deposit (定金, D7).' }),
      contractArea: decimal('Contract area (m²)', 4),
      ...ledgerTerms,
      dueDayRule: select('Due dates on days off', DUE_DAY_RULES, { initially: 'AS_IS' }),
      letterLanguage: select('Letters in', LANGUAGES, { initially: 'EN' }),
      virtualAccount: text('Virtual account', {
        description: 'The account number that only this buyer pays to.',
      }),
      dunningPausedUntil: date('No reminders until'),
      completedOn: date('Completed on'),
      remark: text('Remark'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
      parties: hasMany('Parties', 'party.contract'),
      contractChanges: hasMany('Changes', 'contractChange.contract'),
      approvals: hasMany('Approvals', 'approval.contract'),
      installments: hasMany('Installments', 'installment.contract'),
      receipts: hasMany('Receipts', 'receipt.contract'),
      allocations: hasMany('Allocations', 'allocation.contract'),
      handovers: hasMany('Handover', 'handover.contract'),
      adjustments: hasMany('Adjustments', 'adjustment.contract'),
      lateFeeEntries: hasMany('Late fee entries', 'lateFeeEntry.contract'),
      refunds: hasMany('Refunds', 'refund.contract'),
      areaSettlements: hasMany('Area settlement', 'areaSettlement.contract'),
      mortgageCases: hasMany('Mortgage', 'mortgageCase.contract'),
      dunningNotices: hasMany('Dunning notices', 'dunningNotice.contract'),
      paymentPromises: hasMany('Promises to pay', 'paymentPromise.contract'),
      commissions: hasMany('Commissions', 'commission.contract'),
      bankStatementLines: hasMany('Bank statement lines', 'bankStatementLine.contract'),
      paymentRequests: hasMany('Payment requests', 'paymentRequest.contract'),
      titleCases: hasMany('Title', 'titleCase.contract'),
      changeAnswers: hasMany('Answers to changes', 'changeAnswer.contract'),
      serviceTickets: hasMany('Service tickets', 'serviceTicket.contract'),
    },
  }),
);
