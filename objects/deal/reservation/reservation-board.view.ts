import { defineView } from 'twenty-sdk/define';
import { board } from '#kit/view.ts';

export default defineView(
  board('reservation', {
    name: 'Reservations by state',
    icon: 'IconLayoutKanban',
    groupBy: 'state',
    states: ['ACTIVE', 'CONVERTED', 'EXPIRED', 'CANCELLED_REFUND', 'FORFEITED', 'DRAFT', 'PENDING_APPROVAL'],
    columns: ['name', 'unit', 'buyer', 'price', 'validUntil', 'salesperson'],
  }),
);
