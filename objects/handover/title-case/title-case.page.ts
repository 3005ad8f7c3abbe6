import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('titleCase', {
    name: 'Title case page',
    widgets: { 'At a glance': 'titlePanel' },
  }),
);
