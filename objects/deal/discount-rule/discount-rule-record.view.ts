import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('discountRule', {
    'Discount rule': [
      'name',
      'project',
      'step',
      'kind',
      'percent',
      'amount',
      'mostAmount',
      'authority',
      'isActive',
    ],
    Time: ['validFrom', 'validUntil'],
    Remark: ['remark'],
  }),
);
