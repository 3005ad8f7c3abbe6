import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('paymentRequest', {
    name: 'All payment requests',
    icon: 'IconCreditCard',
    columns: ['name', 'contract', 'amount', 'state', 'askedOn'],
    sort: ['askedOn', 'DESC'],
  }),
);
