/** A mortgage case (按揭): the loan that is to pay a part of a contract, from papers to disbursement. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { LoanKind, RepaymentMethod } from '#domain/ledger/settlement-states.ts';
import { belongsTo, date, decimal, json, money, object, select, text, whole } from '#kit/object.ts';
import { MORTGAGE_STAGES } from '#workflows/pipeline/mortgage-case.ts';

const LOANS: Record<LoanKind, { label: string; color: string }> = {
  COMMERCIAL: { label: 'Commercial', color: 'blue' },
  PROVIDENT_FUND: { label: 'Provident fund', color: 'jade' },
  COMBINED: { label: 'Combined', color: 'purple' },
};

const METHODS: Record<RepaymentMethod, { label: string; color: string }> = {
  EQUAL_INSTALLMENT: { label: 'Equal installments', color: 'blue' },
  EQUAL_PRINCIPAL: { label: 'Equal principal', color: 'purple' },
};

export default defineObject(
  object('mortgageCase', {
    label: 'Mortgage case',
    plural: 'Mortgage cases',
    icon: 'IconBuildingBank',
    description: 'The loan that is to pay a part of a contract: bank, amount, papers and how far it is.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      contract: belongsTo('Contract', 'contract.mortgageCases'),
      owner: belongsTo('Clerk', 'workspaceMember.keyturnMortgageCases', {
        onDelete: OnDeleteAction.SET_NULL,
      }),
      bank: text('Bank'),
      kind: select('Loan', LOANS, { initially: 'COMMERCIAL' }),
      amountAsked: money('Amount asked'),
      amountApproved: money('Amount approved'),
      amountDisbursed: money('Amount disbursed'),
      termMonths: whole('Term (months)'),
      annualRatePercent: decimal('Interest a year (%)', 4),
      repayment: select('Repayment', METHODS, { initially: 'EQUAL_INSTALLMENT' }),
      monthlyPayment: money('First monthly payment', { description: 'For the buyer’s information.' }),
      state: select('State', MORTGAGE_STAGES, { initially: 'NOT_STARTED' }),
      stateSince: date('In this state since'),
      submittedOn: date('Submitted on'),
      approvedOn: date('Approved on'),
      disbursedOn: date('Disbursed on'),
      documentsHere: text('Papers received'),
      documentsMissing: text('Papers missing'),
      remark: text('Remark'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
