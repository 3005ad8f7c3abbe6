import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('commission', {
    name: 'All commissions',
    icon: 'IconMoneybag',
    columns: [
      'name',
      'contract',
      'earner',
      'earnerName',
      'base',
      'sharePercent',
      'amount',
      'state',
      'earnedOn',
      'paidOn',
    ],
    sort: ['earnedOn', 'DESC'],
  }),
);
