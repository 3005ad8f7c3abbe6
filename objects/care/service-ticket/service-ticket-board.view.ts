import { defineView } from 'twenty-sdk/define';
import { board } from '#kit/view.ts';

export default defineView(
  board('serviceTicket', {
    name: 'Service tickets by state',
    icon: 'IconLayoutKanban',
    groupBy: 'state',
    states: [
      'NEW',
      'TRIAGED',
      'ASSIGNED',
      'IN_PROGRESS',
      'WAITING_CUSTOMER',
      'RESOLVED',
      'CLOSED',
      'REOPENED',
    ],
    columns: ['name', 'kind', 'priority', 'customer', 'unit', 'assignee', 'resolveBy'],
  }),
);
