import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('paymentPromise', {
    Promise: ['name', 'state', 'contract'],
    Money: ['amount', 'payBy', 'paidSince'],
    History: ['takenOn', 'takenBy', 'decidedOn', 'remark'],
  }),
);
