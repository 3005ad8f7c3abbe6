import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('allocation', {
    name: 'All allocations',
    icon: 'IconArrowsSplit2',
    columns: ['name', 'contract', 'receipt', 'installment', 'kind', 'amount', 'allocatedOn', 'postedOn'],
    sort: ['allocatedOn', 'DESC'],
  }),
);
