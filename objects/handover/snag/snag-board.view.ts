import { defineView } from 'twenty-sdk/define';
import { board } from '#kit/view.ts';

export default defineView(
  board('snag', {
    name: 'Snags by state',
    icon: 'IconLayoutKanban',
    groupBy: 'state',
    states: ['OPEN', 'ASSIGNED', 'IN_PROGRESS', 'FIXED', 'VERIFIED', 'REJECTED', 'REOPENED'],
    columns: ['name', 'unit', 'room', 'severity', 'contractor', 'dueAt'],
  }),
);
