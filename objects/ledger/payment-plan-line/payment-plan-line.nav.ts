import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { viewEntry } from '#kit/navigation.ts';

export default defineNavigationMenuItem(
  viewEntry('paymentPlanLine.list', 'Payment plan lines', 'IconListDetails'),
);
