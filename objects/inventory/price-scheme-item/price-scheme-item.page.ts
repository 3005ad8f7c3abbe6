import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('priceSchemeItem', {
    name: 'Price of a scheme page',
  }),
);
