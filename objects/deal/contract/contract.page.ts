import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('contract', {
    name: 'Contract page',
    related: {
      Parties: 'parties',
      Installments: 'installments',
      Receipts: 'receipts',
      'Promises to pay': 'paymentPromises',
      'Dunning notices': 'dunningNotices',
      Mortgage: 'mortgageCases',
      'Area settlement': 'areaSettlements',
      Changes: 'contractChanges',
      Approvals: 'approvals',
      Adjustments: 'adjustments',
      Refunds: 'refunds',
      Commissions: 'commissions',
      Handover: 'handovers',
    },
    widgets: {
      'At a glance': 'contractAccount',
      'Before the keys': 'handoverReadiness',
      Title: 'contractTitle',
    },
  }),
);
