import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('dunningStep', {
    name: 'All dunning steps',
    icon: 'IconStairs',
    columns: [
      'name',
      'project',
      'daysPastDue',
      'level',
      'channel',
      'thresholdPercent',
      'payWithinDays',
      'isActive',
    ],
    sort: ['daysPastDue', 'ASC'],
  }),
);
