import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('allocation', {
    Allocation: ['name', 'receipt', 'installment', 'amount', 'allocatedOn'],
    Technical: ['slotKey'],
  }),
);
