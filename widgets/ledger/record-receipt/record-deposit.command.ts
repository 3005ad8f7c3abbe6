import { defineCommandMenuItem } from 'twenty-sdk/define';
import { RESERVATION_TRANSITIONS } from '#domain/deal/deal-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('recordDeposit', {
    label: 'Record deposit',
    shortLabel: 'Take deposit',
    icon: 'IconReceipt2',
    object: 'reservation',
    widget: 'recordReceipt',
    available: whenOneIs(RESERVATION_TRANSITIONS, ['ACTIVE']),
    isPinned: true,
  }),
);
