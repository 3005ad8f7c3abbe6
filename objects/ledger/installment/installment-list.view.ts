import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('installment', {
    name: 'All installments',
    icon: 'IconCalendarDollar',
    columns: ['name', 'contract', 'seq', 'dueOn', 'amount', 'paid', 'state', 'milestone', 'settledOn'],
    sort: ['dueOn', 'ASC'],
  }),
);
