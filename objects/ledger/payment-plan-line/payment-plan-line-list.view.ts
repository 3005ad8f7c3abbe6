import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('paymentPlanLine', {
    name: 'All payment plan lines',
    icon: 'IconListDetails',
    columns: [
      'name',
      'paymentPlan',
      'step',
      'basis',
      'percent',
      'amount',
      'isDeposit',
      'isLessDeposit',
      'anchor',
      'milestoneCode',
      'monthsAfter',
      'daysAfter',
      'repeatTimes',
      'repeatEveryMonths',
    ],
    sort: ['step', 'ASC'],
  }),
);
