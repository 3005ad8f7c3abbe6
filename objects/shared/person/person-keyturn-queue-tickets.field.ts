import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'person',
    'keyturnQueueTickets',
    hasMany('Queue tickets', 'queueTicket.buyer', { icon: 'IconTicket' }),
  ),
);
