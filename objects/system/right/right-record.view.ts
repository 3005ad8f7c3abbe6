import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('right', {
    Rights: [
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
