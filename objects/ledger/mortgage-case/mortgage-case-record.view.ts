import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('mortgageCase', {
    Case: ['name', 'state', 'stateSince', 'contract', 'owner'],
    Loan: ['bank', 'kind', 'amountAsked', 'amountApproved', 'amountDisbursed'],
    Repayment: ['termMonths', 'annualRatePercent', 'repayment', 'monthlyPayment'],
    Progress: ['submittedOn', 'approvedOn', 'disbursedOn', 'documentsHere', 'documentsMissing'],
    Remark: ['remark'],
  }),
);
