import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('quote', {
    name: 'All quotes',
    icon: 'IconFileDollar',
    columns: [
      'name',
      'state',
      'unit',
      'buyer',
      'price',
      'monthlyPayment',
      'validUntil',
      'salesperson',
      'sentAt',
      'document',
    ],
    sort: ['validUntil', 'DESC'],
  }),
);
