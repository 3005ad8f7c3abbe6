import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('priceScheme', {
    name: 'Price scheme page',
    related: { Prices: 'priceSchemeItems' },
  }),
);
