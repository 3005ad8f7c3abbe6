import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('releaseBatch', {
    name: 'All release batches',
    icon: 'IconStack2',
    columns: [
      'name',
      'project',
      'state',
      'salesMode',
      'releaseAt',
      'permitNumber',
      'earnestAsked',
      'openedAt',
    ],
    sort: ['name', 'DESC'],
  }),
);
