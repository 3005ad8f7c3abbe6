import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('paymentPromise', {
    name: 'Promise to pay page',
  }),
);
