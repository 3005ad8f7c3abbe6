import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('lateFeeEntry', {
    'Late fee': ['name', 'kind', 'amount', 'upTo', 'postedOn'],
    About: ['contract', 'installment'],
    Explanation: ['explanation', 'slotKey'],
  }),
);
