import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('dealTransfer', {
    name: 'Deal transfer page',
  }),
);
