import { defineRole } from 'twenty-sdk/define';
import { peopleRole } from '#kit/role.ts';

export default defineRole(
  peopleRole('financeManager', {
    label: 'Keyturn Finance manager',
    description: 'Approves what finance asks for: waivers, refunds, cancellations. Records money as well.',
    icon: 'IconCoinTaka',
    rights: ['keepAccounts', 'approveMoney'],
    edits: [
      'paymentPlan',
      'paymentPlanLine',
      'contract',
      'installment',
      'receipt',
      'mortgageCase',
      'dunningStep',
      'dunningNotice',
      'paymentPromise',
      'bankStatement',
      'bankStatementLine',
      'commissionPlan',
      'commissionTier',
      'calendarDay',
    ],
    // The parties and the number of a contract change by contract change only (C4).
    // Of a bank's line people choose the contract; what the bank said stays as it was read.
    locks: [
      'contract.name',
      'contract.buyer',
      'contract.company',
      'bankStatementLine.amount',
      'bankStatementLine.valueOn',
      'bankStatementLine.lineKey',
      'bankStatementLine.state',
    ],
  }),
);
