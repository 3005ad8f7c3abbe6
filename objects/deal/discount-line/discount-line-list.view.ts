import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('discountLine', {
    name: 'All discounts given',
    icon: 'IconDiscount',
    columns: ['name', 'reservation', 'step', 'kind', 'percent', 'priceBefore', 'amount', 'priceAfter'],
    sort: ['step', 'ASC'],
  }),
);
