import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn('person', 'keyturnReceipts', hasMany('Receipts', 'receipt.payer', { icon: 'IconReceipt2' })),
);
