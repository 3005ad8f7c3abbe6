import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('contract', {
    Contract: ['name', 'state', 'unit', 'buyer', 'company', 'salesperson'],
    Money: ['price', 'paid', 'prepaid', 'paymentPlan'],
    Dates: ['signedOn', 'completedOn', 'reservation'],
    Remark: ['remark'],
  }),
);
