import { defineRole } from 'twenty-sdk/define';
import { peopleRole } from '#kit/role.ts';

export default defineRole(
  peopleRole('finance', {
    label: 'Keyturn Finance',
    description: 'Records money and keeps payment plans; edits no price.',
    icon: 'IconCoins',
    rights: ['keepAccounts'],
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
