import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('releaseBatch', {
    name: 'Release batch page',
    related: { Units: 'units', 'Queue tickets': 'queueTickets' },
  }),
);
