import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('lateFeeEntry', {
    name: 'All late fee entries',
    icon: 'IconClockDollar',
    columns: ['name', 'contract', 'installment', 'kind', 'amount', 'upTo', 'postedOn'],
    sort: ['postedOn', 'DESC'],
  }),
);
