import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('unit', {
    name: 'Unit page',
    related: {
      Holds: 'unitHolds',
      Reservations: 'reservations',
      'Price history': 'priceSchemeItems',
      Contracts: 'contracts',
    },
    widgets: { 'At a glance': 'unitSummary' },
  }),
);
