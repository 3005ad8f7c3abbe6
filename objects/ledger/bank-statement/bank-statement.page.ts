import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('bankStatement', {
    name: 'Bank statement page',
    related: { Lines: 'lines' },
  }),
);
