import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('receipt', {
    name: 'All receipts',
    icon: 'IconReceipt2',
    columns: [
      'name',
      'contract',
      'reservation',
      'payer',
      'amount',
      'allocated',
      'method',
      'receivedOn',
      'valueOn',
      'source',
      'chequeDueOn',
      'state',
      'externalId',
    ],
    sort: ['receivedOn', 'DESC'],
  }),
);
