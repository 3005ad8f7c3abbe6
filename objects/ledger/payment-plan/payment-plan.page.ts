import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('paymentPlan', {
    name: 'Payment plan page',
    related: { Lines: 'lines' },
  }),
);
