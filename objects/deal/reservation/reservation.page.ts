import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('reservation', {
    name: 'Reservation page',
    related: {
      Parties: 'parties',
      Discounts: 'discountLines',
      Receipts: 'receipts',
      Contract: 'contracts',
      Approvals: 'approvals',
    },
    widgets: { 'At a glance': 'reservationSummary' },
  }),
);
