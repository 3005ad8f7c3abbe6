import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('priceSchemeItem', {
    name: 'All prices of schemes',
    icon: 'IconTag',
    columns: [
      'name',
      'priceScheme',
      'unit',
      'outcome',
      'listPrice',
      'listBefore',
      'floorPrice',
      'filedPrice',
      'blockedBy',
      'appliedAt',
    ],
    sort: ['name', 'ASC'],
  }),
);
