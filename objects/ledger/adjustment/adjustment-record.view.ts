import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('adjustment', {
    Adjustment: ['name', 'kind', 'amount', 'effectiveOn'],
    About: ['contract', 'installment'],
    Why: ['reason', 'askedBy', 'approvedBy'],
  }),
);
