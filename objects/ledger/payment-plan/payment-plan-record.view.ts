import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('paymentPlan', {
    'Payment plan': ['name', 'description', 'isActive', 'remainder', 'dueDayRule'],
  }),
);
