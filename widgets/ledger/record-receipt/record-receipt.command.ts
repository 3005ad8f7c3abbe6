import { defineCommandMenuItem } from 'twenty-sdk/define';
import { CONTRACT_TRANSITIONS, LIVE_CONTRACT_STATES } from '#domain/deal/deal-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('recordReceipt', {
    label: 'Record receipt',
    shortLabel: 'Take payment',
    icon: 'IconReceipt2',
    object: 'contract',
    widget: 'recordReceipt',
    available: whenOneIs(CONTRACT_TRANSITIONS, LIVE_CONTRACT_STATES),
    isPinned: true,
  }),
);
