import { defineField } from 'twenty-sdk/define';
import { fieldOn, hasMany } from '#kit/object.ts';

export default defineField(
  fieldOn(
    'company',
    'keyturnReservations',
    hasMany('Reservations', 'reservation.company', { icon: 'IconCalendarHeart' }),
  ),
);
