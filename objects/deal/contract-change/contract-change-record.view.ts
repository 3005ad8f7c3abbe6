import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('contractChange', {
    Change: ['name', 'contract', 'kind', 'effectiveOn', 'executedAt', 'before', 'after'],
    Money: ['priceBefore', 'priceAfter', 'fee', 'toRefund'],
    Approval: ['reason', 'askedBy', 'approvedBy'],
  }),
);
