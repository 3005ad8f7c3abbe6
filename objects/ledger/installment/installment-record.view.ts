import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('installment', {
    Installment: ['name', 'state', 'contract', 'seq'],
    Money: ['amount', 'paid'],
    When: ['dueOn', 'anchor', 'milestone', 'monthsAfter', 'daysAfter', 'settledOn'],
    Remark: ['remark'],
  }),
);
