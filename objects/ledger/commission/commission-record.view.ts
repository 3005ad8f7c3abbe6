import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('commission', {
    Commission: ['name', 'state', 'contract', 'commissionPlan'],
    Earner: ['earner', 'earnerName', 'sharePercent'],
    Money: ['base', 'amount', 'clawedBack'],
    Dates: ['earnedOn', 'paidOn', 'clawedBackOn', 'reason'],
    Key: ['commissionKey'],
  }),
);
