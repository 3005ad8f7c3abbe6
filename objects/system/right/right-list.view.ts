import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('right', {
    name: 'All keyturn rights',
    icon: 'IconShieldCheck',
    columns: [
      'name',
      'sell',
      'controlSales',
      'keepAccounts',
      'approveMoney',
      'handOver',
      'serve',
      'administer',
    ],
  }),
);
