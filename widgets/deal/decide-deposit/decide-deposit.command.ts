import { defineCommandMenuItem } from 'twenty-sdk/define';
import { RESERVATION_TRANSITIONS } from '#domain/deal/deal-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('decideDeposit', {
    label: 'Decide on deposit',
    shortLabel: 'Deposit',
    icon: 'IconGavel',
    object: 'reservation',
    widget: 'decideDeposit',
    available: whenOneIs(RESERVATION_TRANSITIONS, ['EXPIRED']),
  }),
);
