import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('allocation', {
    Allocation: ['name', 'contract', 'receipt', 'installment', 'kind', 'amount', 'allocatedOn', 'postedOn'],
    Technical: ['slotKey', 'mirrorOf'],
  }),
);
