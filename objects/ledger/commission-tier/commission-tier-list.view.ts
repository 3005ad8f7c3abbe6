import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('commissionTier', {
    name: 'All commission tiers',
    icon: 'IconStairsUp',
    columns: ['name', 'commissionPlan', 'fromAmount', 'toAmount', 'percent'],
  }),
);
