import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('paymentRequest', {
    Request: ['name', 'state', 'contract'],
    Money: ['amount', 'askedOn'],
    Remark: ['remark'],
  }),
);
