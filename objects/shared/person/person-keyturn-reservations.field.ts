import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'person',
    'keyturnReservations',
    hasMany('Reservations', 'reservation.buyer', { icon: 'IconCalendarHeart' }),
  ),
);
