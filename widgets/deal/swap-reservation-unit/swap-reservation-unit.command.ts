import { defineCommandMenuItem } from 'twenty-sdk/define';
import { RESERVATION_TRANSITIONS } from '#domain/deal/deal-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('swapReservationUnit', {
    label: 'Swap unit of reservation',
    shortLabel: 'Swap unit',
    icon: 'IconSwitchHorizontal',
    object: 'reservation',
    widget: 'swapReservationUnit',
    available: whenOneIs(RESERVATION_TRANSITIONS, ['ACTIVE']),
  }),
);
