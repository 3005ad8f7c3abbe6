import { defineView } from 'twenty-sdk/define';
import { board } from '#kit/view.ts';

export default defineView(
  board('queueTicket', {
    name: 'Queue tickets by state',
    icon: 'IconLayoutKanban',
    groupBy: 'state',
    states: ['ACTIVE', 'CALLED', 'SELECTED', 'CONVERTED', 'MISSED', 'CANCELLED', 'REFUNDED', 'DRAFT'],
    columns: ['name', 'buyerName', 'callOrder', 'deadline', 'chosenUnit', 'earnestPaid'],
  }),
);
