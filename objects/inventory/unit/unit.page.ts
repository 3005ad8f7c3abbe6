import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('unit', {
    name: 'Unit page',
    related: { Reservations: 'reservations', Contracts: 'contracts' },
  }),
);
