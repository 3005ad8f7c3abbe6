import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('contract', {
    name: 'Contract page',
    related: { Installments: 'installments', Receipts: 'receipts', Handover: 'handovers' },
  }),
);
