import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('installment', {
    name: 'All installments',
    icon: 'IconCalendarDollar',
    columns: [
      'name',
      'contract',
      'seq',
      'chargeType',
      'dueOn',
      'amount',
      'paid',
      'state',
      'lateFee',
      'lateFeePaid',
      'milestone',
      'settledOn',
    ],
    sort: ['dueOn', 'ASC'],
  }),
);
