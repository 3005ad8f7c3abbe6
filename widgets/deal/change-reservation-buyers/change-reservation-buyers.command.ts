import { defineCommandMenuItem } from 'twenty-sdk/define';
import { RESERVATION_TRANSITIONS } from '#domain/deal/deal-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('changeReservationBuyers', {
    label: 'Change buyers',
    shortLabel: 'Change buyers',
    icon: 'IconUsers',
    object: 'reservation',
    widget: 'changeReservationBuyers',
    available: whenOneIs(RESERVATION_TRANSITIONS, ['PENDING_APPROVAL', 'ACTIVE']),
  }),
);
