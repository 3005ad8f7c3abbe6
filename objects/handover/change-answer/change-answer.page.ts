import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('changeAnswer', {
    name: 'Answer to a change page',
  }),
);
