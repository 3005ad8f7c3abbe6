import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('serviceTicket', {
    name: 'Service ticket page',
    related: { Snags: 'snags' },
    widgets: { 'At a glance': 'serviceTicket' },
  }),
);
