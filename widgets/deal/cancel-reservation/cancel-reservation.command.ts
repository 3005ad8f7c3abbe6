import { defineCommandMenuItem } from 'twenty-sdk/define';
import { RESERVATION_TRANSITIONS } from '#domain/deal/deal-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('cancelReservation', {
    label: 'Cancel reservation',
    shortLabel: 'Cancel',
    icon: 'IconCalendarX',
    object: 'reservation',
    widget: 'cancelReservation',
    available: whenOneIs(RESERVATION_TRANSITIONS, ['DRAFT', 'PENDING_APPROVAL', 'ACTIVE']),
  }),
);
