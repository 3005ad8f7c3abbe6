import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('serviceLevel', {
    name: 'All service levels',
    icon: 'IconStopwatch',
    columns: [
      'name',
      'kind',
      'customerLevel',
      'priority',
      'department',
      'respondMinutes',
      'resolveMinutes',
      'clock',
      'isActive',
    ],
    sort: ['name', 'ASC'],
  }),
);
