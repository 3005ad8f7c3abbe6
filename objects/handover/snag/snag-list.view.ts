import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('snag', {
    name: 'All snags',
    icon: 'IconBug',
    columns: [
      'name',
      'unit',
      'room',
      'category',
      'severity',
      'state',
      'contractor',
      'dueAt',
      'reopened',
      'photosBefore',
      'photosAfter',
    ],
    sort: ['dueAt', 'ASC'],
  }),
);
