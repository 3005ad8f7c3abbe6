import { defineCommandMenuItem } from 'twenty-sdk/define';
import { RECEIPT_TRANSITIONS } from '#domain/ledger/ledger-states.ts';
import { recordCommand, whenOneMayBecome } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('clearReceipt', {
    label: 'Clear receipt',
    shortLabel: 'Clear',
    icon: 'IconCircleCheck',
    object: 'receipt',
    widget: 'clearReceipt',
    available: whenOneMayBecome(RECEIPT_TRANSITIONS, 'CLEARED'),
    isPinned: true,
  }),
);
