import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('inspectionTemplate', {
    name: 'Inspection template page',
    related: { Checklist: 'items' },
  }),
);
