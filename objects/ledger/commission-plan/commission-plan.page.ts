import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('commissionPlan', {
    name: 'Commission plan page',
    related: { Tiers: 'tiers', Commissions: 'commissions' },
  }),
);
