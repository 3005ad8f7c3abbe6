import { defineCommandMenuItem } from 'twenty-sdk/define';
import { recordCommand, WHEN_ONE } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('certifyMilestone', {
    label: 'Certify milestone',
    shortLabel: 'Certify',
    icon: 'IconCrane',
    object: 'milestone',
    widget: 'certifyMilestone',
    available: WHEN_ONE,
    isPinned: true,
  }),
);
