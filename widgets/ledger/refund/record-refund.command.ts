import { defineCommandMenuItem } from 'twenty-sdk/define';
import { CONTRACT_TRANSITIONS, LIVE_CONTRACT_STATES } from '#domain/deal/deal-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('recordRefund', {
    label: 'Ask for a refund',
    shortLabel: 'Refund',
    icon: 'IconReceiptRefund',
    object: 'contract',
    widget: 'recordRefund',
    available: whenOneIs(CONTRACT_TRANSITIONS, [...LIVE_CONTRACT_STATES, 'CANCEL_PENDING']),
  }),
);
