import { defineCommandMenuItem } from 'twenty-sdk/define';
import { TRANSFER_TRANSITIONS } from '#domain/deal/transfer.ts';
import { recordCommand, whenOneMayBecome } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('rollBackTransfer', {
    label: 'Roll back the transfer',
    shortLabel: 'Roll back',
    icon: 'IconArrowBackUp',
    object: 'dealTransfer',
    widget: 'rollBackTransfer',
    available: whenOneMayBecome(TRANSFER_TRANSITIONS, 'ROLLED_BACK'),
  }),
);
