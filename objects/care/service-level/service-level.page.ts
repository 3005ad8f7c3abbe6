import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('serviceLevel', {
    name: 'Service level page',
  }),
);
