import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('contractChange', {
    name: 'All contract changes',
    icon: 'IconReplace',
    columns: [
      'name',
      'contract',
      'kind',
      'effectiveOn',
      'before',
      'after',
      'priceBefore',
      'priceAfter',
      'fee',
      'toRefund',
      'approvedBy',
    ],
    sort: ['executedAt', 'DESC'],
  }),
);
