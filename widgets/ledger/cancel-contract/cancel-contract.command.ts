import { defineCommandMenuItem } from 'twenty-sdk/define';
import { CONTRACT_TRANSITIONS } from '#domain/deal/deal-states.ts';
import { recordCommand, whenOneMayBecome } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('cancelContract', {
    label: 'Ask to cancel the contract',
    shortLabel: 'Cancel contract',
    icon: 'IconFileX',
    object: 'contract',
    widget: 'cancelContract',
    available: whenOneMayBecome(CONTRACT_TRANSITIONS, 'CANCEL_PENDING'),
  }),
);
