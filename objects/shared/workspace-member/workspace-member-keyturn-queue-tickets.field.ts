import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'workspaceMember',
    'keyturnQueueTickets',
    hasMany('Queue tickets', 'queueTicket.salesperson', { icon: 'IconTicket' }),
  ),
);
