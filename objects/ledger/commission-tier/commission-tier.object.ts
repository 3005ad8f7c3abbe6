/** A tier of a commission plan: from an amount on, up to another, at a rate (D14). */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import { belongsTo, decimal, money, object, text } from '#kit/object.ts';

export default defineObject(
  object('commissionTier', {
    label: 'Commission tier',
    plural: 'Commission tiers',
    icon: 'IconStairsUp',
    description: 'A tier of a commission plan: from an amount on, up to another, at a rate.',
    fields: {
      name: text('Name'),
      commissionPlan: belongsTo('Commission plan', 'commissionPlan.tiers', {
        onDelete: OnDeleteAction.CASCADE,
      }),
      fromAmount: money('From'),
      toAmount: money('To', { description: 'Not included; empty for the last tier.' }),
      percent: decimal('Percent', 4),
    },
  }),
);
