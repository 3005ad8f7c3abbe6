import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('refund', {
    Refund: ['name', 'state', 'why', 'contract', 'reservation', 'payee'],
    Money: ['amount', 'method', 'refundedOn', 'reversedOn', 'externalId'],
    Why: ['remark', 'approvedBy'],
  }),
);
