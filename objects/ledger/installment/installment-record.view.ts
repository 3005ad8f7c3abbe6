import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('installment', {
    Installment: ['name', 'state', 'contract', 'seq', 'chargeType', 'closedAs'],
    Money: ['amount', 'paid', 'credited'],
    'Late fee': ['lateFee', 'lateFeePaid', 'lateFeeWaived', 'lateFeeUpTo'],
    When: ['dueOn', 'anchor', 'milestone', 'monthsAfter', 'daysAfter', 'settledOn'],
    Remark: ['remark'],
  }),
);
