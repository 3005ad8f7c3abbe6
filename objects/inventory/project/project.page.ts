import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('project', {
    name: 'Project page',
    related: { Buildings: 'buildings', 'Unit types': 'unitTypes' },
    widgets: { 'At a glance': 'projectSummary', 'Sales control': 'salesControl' },
  }),
);
