import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('snag', {
    name: 'Snag page',
    widgets: { 'At a glance': 'snagSummary' },
  }),
);
