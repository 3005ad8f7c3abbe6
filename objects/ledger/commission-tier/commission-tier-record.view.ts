import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('commissionTier', {
    Tier: ['name', 'commissionPlan'],
    Rule: ['fromAmount', 'toAmount', 'percent'],
  }),
);
