import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'workspaceMember',
    'keyturnServiceTickets',
    hasMany('Service tickets', 'serviceTicket.assignee', { icon: 'IconHeadset' }),
  ),
);
