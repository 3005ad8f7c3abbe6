import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('paymentPlan', {
    name: 'All payment plans',
    icon: 'IconListNumbers',
    columns: ['name', 'description', 'isActive', 'remainder', 'dueDayRule', 'lines'],
    sort: ['name', 'ASC'],
  }),
);
