import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('reservation', {
    name: 'All reservations',
    icon: 'IconCalendarHeart',
    columns: [
      'name',
      'unit',
      'buyer',
      'company',
      'state',
      'stage',
      'price',
      'depositAsked',
      'depositPaid',
      'validUntil',
      'salesperson',
    ],
    sort: ['reservedAt', 'DESC'],
  }),
);
