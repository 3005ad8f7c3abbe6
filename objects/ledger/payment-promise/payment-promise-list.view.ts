import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('paymentPromise', {
    name: 'All promises to pay',
    icon: 'IconHeartHandshake',
    columns: ['name', 'contract', 'amount', 'payBy', 'state', 'paidSince', 'takenOn', 'takenBy'],
    sort: ['payBy', 'ASC'],
  }),
);
