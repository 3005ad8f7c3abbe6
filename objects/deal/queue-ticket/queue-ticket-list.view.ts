import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('queueTicket', {
    name: 'All queue tickets',
    icon: 'IconTicket',
    columns: [
      'name',
      'releaseBatch',
      'number',
      'state',
      'buyerName',
      'callOrder',
      'deadline',
      'chosenUnit',
      'earnestAsked',
      'earnestPaid',
      'salesperson',
    ],
    sort: ['callOrder', 'ASC'],
  }),
);
