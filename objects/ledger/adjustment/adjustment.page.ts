import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('adjustment', {
    name: 'Adjustment page',
  }),
);
