import { defineCommandMenuItem } from 'twenty-sdk/define';
import { RECEIPT_TRANSITIONS } from '#domain/ledger/ledger-states.ts';
import { recordCommand, whenOneMayBecome } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('reverseReceipt', {
    label: 'Reverse receipt',
    shortLabel: 'Reverse',
    icon: 'IconArrowBackUp',
    object: 'receipt',
    widget: 'reverseReceipt',
    available: whenOneMayBecome(RECEIPT_TRANSITIONS, 'REVERSED'),
  }),
);
