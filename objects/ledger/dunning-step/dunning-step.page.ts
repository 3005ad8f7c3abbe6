import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('dunningStep', {
    name: 'Dunning step page',
    related: { Notices: 'notices' },
  }),
);
