import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('discountRule', {
    name: 'All discount rules',
    icon: 'IconDiscount2',
    columns: [
      'name',
      'project',
      'step',
      'kind',
      'percent',
      'amount',
      'mostAmount',
      'authority',
      'validFrom',
      'validUntil',
      'isActive',
    ],
    sort: ['step', 'ASC'],
  }),
);
