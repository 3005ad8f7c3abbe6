import { defineCommandMenuItem } from 'twenty-sdk/define';
import { RELEASE_BATCH_TRANSITIONS } from '#domain/inventory/sales-states.ts';
import { recordCommand, whenOneMayBecome } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('closeReleaseBatch', {
    label: 'Close batch',
    shortLabel: 'Close',
    icon: 'IconDoorExit',
    object: 'releaseBatch',
    widget: 'closeReleaseBatch',
    available: whenOneMayBecome(RELEASE_BATCH_TRANSITIONS, 'CLOSED'),
    isPinned: true,
  }),
);
