import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn('person', 'keyturnRefunds', hasMany('Refunds', 'refund.payee', { icon: 'IconReceiptRefund' })),
);
