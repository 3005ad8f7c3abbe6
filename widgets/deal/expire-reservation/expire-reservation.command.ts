import { defineCommandMenuItem } from 'twenty-sdk/define';
import { RESERVATION_TRANSITIONS } from '#domain/deal/deal-states.ts';
import { recordCommand, whenOneMayBecome } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('expireReservation', {
    label: 'Expire reservation',
    shortLabel: 'Expire',
    icon: 'IconHourglassEmpty',
    object: 'reservation',
    widget: 'expireReservation',
    available: whenOneMayBecome(RESERVATION_TRANSITIONS, 'EXPIRED'),
  }),
);
