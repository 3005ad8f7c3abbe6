import { defineCommandMenuItem } from 'twenty-sdk/define';
import { RESERVATION_TRANSITIONS } from '#domain/deal/deal-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('confirmReservation', {
    label: 'Ask to confirm price',
    shortLabel: 'Confirm',
    icon: 'IconUserCheck',
    object: 'reservation',
    widget: 'confirmReservation',
    available: whenOneIs(RESERVATION_TRANSITIONS, ['PENDING_APPROVAL']),
  }),
);
