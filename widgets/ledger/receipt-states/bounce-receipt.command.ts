import { defineCommandMenuItem } from 'twenty-sdk/define';
import { RECEIPT_TRANSITIONS } from '#domain/ledger/ledger-states.ts';
import { recordCommand, whenOneMayBecome } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('bounceReceipt', {
    label: 'Receipt bounced',
    shortLabel: 'Bounced',
    icon: 'IconReceiptOff',
    object: 'receipt',
    widget: 'bounceReceipt',
    available: whenOneMayBecome(RECEIPT_TRANSITIONS, 'BOUNCED'),
  }),
);
