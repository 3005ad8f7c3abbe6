import { defineCommandMenuItem } from 'twenty-sdk/define';
import { RESERVATION_TRANSITIONS } from '#domain/deal/deal-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('upgradeReservation', {
    label: 'Upgrade reservation',
    shortLabel: 'Upgrade',
    icon: 'IconArrowUpCircle',
    object: 'reservation',
    widget: 'upgradeReservation',
    available: whenOneIs(RESERVATION_TRANSITIONS, ['ACTIVE']),
  }),
);
