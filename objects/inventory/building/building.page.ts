import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('building', {
    name: 'Building page',
    related: { 'Construction milestones': 'milestones' },
    widgets: { 'Sales control': 'salesControl' },
  }),
);
