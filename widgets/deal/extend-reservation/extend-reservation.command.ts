import { defineCommandMenuItem } from 'twenty-sdk/define';
import { RESERVATION_TRANSITIONS } from '#domain/deal/deal-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('extendReservation', {
    label: 'Extend reservation',
    shortLabel: 'Extend',
    icon: 'IconCalendarPlus',
    object: 'reservation',
    widget: 'extendReservation',
    available: whenOneIs(RESERVATION_TRANSITIONS, ['ACTIVE']),
  }),
);
