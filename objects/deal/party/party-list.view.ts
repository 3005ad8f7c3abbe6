import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('party', {
    name: 'All parties',
    icon: 'IconUsers',
    columns: [
      'name',
      'buyer',
      'company',
      'sharePercent',
      'isFirst',
      'state',
      'reservation',
      'contract',
      'joinedOn',
      'leftOn',
    ],
    sort: ['name', 'ASC'],
  }),
);
