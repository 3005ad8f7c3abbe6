import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('queueTicket', {
    name: 'Queue ticket page',
    related: { Receipts: 'receipts', Refunds: 'refunds' },
  }),
);
