import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'person',
    'keyturnServiceTickets',
    hasMany('Service tickets', 'serviceTicket.customer', { icon: 'IconHeadset' }),
  ),
);
