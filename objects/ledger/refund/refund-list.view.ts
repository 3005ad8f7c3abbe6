import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('refund', {
    name: 'All refunds',
    icon: 'IconReceiptRefund',
    columns: ['name', 'contract', 'reservation', 'payee', 'amount', 'method', 'refundedOn', 'why', 'state'],
    sort: ['refundedOn', 'DESC'],
  }),
);
