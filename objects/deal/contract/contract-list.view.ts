import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('contract', {
    name: 'All contracts',
    icon: 'IconFileCertificate',
    columns: [
      'name',
      'unit',
      'buyer',
      'company',
      'state',
      'price',
      'paid',
      'overdue',
      'overdueSince',
      'prepaid',
      'signedOn',
      'paymentPlan',
      'salesperson',
    ],
    sort: ['signedOn', 'DESC'],
  }),
);
