import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('receipt', {
    name: 'Receipt page',
    related: { Allocations: 'allocations' },
  }),
);
