import { defineCommandMenuItem } from 'twenty-sdk/define';
import { recordCommand, WHEN_ONE } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('openReleaseBatch', {
    label: 'Open batch',
    shortLabel: 'Open',
    icon: 'IconDoorEnter',
    object: 'releaseBatch',
    widget: 'openReleaseBatch',
    available: WHEN_ONE,
    isPinned: true,
  }),
);
