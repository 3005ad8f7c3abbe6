import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('installment', {
    name: 'Installment page',
    related: { Allocations: 'allocations', 'Late fee entries': 'lateFeeEntries', Adjustments: 'adjustments' },
  }),
);
