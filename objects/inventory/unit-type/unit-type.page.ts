import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('unitType', {
    name: 'Unit type page',
    related: { Units: 'units' },
  }),
);
