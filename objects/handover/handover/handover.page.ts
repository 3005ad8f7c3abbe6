import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('handover', {
    name: 'Handover page',
    widgets: { 'Before the keys': 'handoverReadiness', Visit: 'handoverVisit' },
  }),
);
