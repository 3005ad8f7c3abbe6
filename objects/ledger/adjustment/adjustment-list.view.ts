import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('adjustment', {
    name: 'All adjustments',
    icon: 'IconScissors',
    columns: ['name', 'contract', 'installment', 'kind', 'amount', 'effectiveOn', 'reason', 'approvedBy'],
    sort: ['effectiveOn', 'DESC'],
  }),
);
