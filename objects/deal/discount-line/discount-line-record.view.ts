import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('discountLine', {
    Discount: ['name', 'reservation', 'discountRule', 'step', 'kind', 'percent'],
    Money: ['priceBefore', 'amount', 'priceAfter'],
  }),
);
