import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'workspaceMember',
    'keyturnReservations',
    hasMany('Reservations', 'reservation.salesperson', { icon: 'IconCalendarHeart' }),
  ),
);
