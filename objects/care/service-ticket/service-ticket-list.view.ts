import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('serviceTicket', {
    name: 'All service tickets',
    icon: 'IconHeadset',
    columns: [
      'name',
      'number',
      'kind',
      'state',
      'priority',
      'customer',
      'unit',
      'warranty',
      'assignee',
      'respondBy',
      'resolveBy',
      'escalation',
      'satisfaction',
    ],
    sort: ['resolveBy', 'ASC'],
  }),
);
