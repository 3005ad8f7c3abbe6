import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('paymentPlanLine', {
    Line: ['name', 'paymentPlan', 'step'],
    'How much': ['basis', 'percent', 'amount', 'isDeposit', 'isLessDeposit'],
    When: [
      'anchor',
      'milestoneCode',
      'dueOn',
      'monthsAfter',
      'daysAfter',
      'repeatTimes',
      'repeatEveryMonths',
    ],
  }),
);
