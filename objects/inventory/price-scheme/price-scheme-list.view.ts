import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('priceScheme', {
    name: 'All price schemes',
    icon: 'IconTags',
    columns: [
      'name',
      'project',
      'version',
      'state',
      'effectiveFrom',
      'rows',
      'changedPrices',
      'blockedPrices',
      'amountBefore',
      'amountAfter',
      'approvedBy',
    ],
    sort: ['name', 'DESC'],
  }),
);
