import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('handoverBatch', {
    name: 'All handover batches',
    icon: 'IconCalendarTime',
    columns: [
      'name',
      'project',
      'building',
      'state',
      'opensOn',
      'closesOn',
      'slotMinutes',
      'capacity',
      'invited',
      'place',
    ],
    sort: ['opensOn', 'DESC'],
  }),
);
