import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('inspection', {
    name: 'Inspection page',
    related: { Snags: 'snags' },
    widgets: { Walk: 'inspectionWalk' },
  }),
);
