import { defineCommandMenuItem } from 'twenty-sdk/define';
import { recordCommand, WHEN_ONE } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('draftChange', {
    label: 'Draft engineering change',
    shortLabel: 'Change',
    icon: 'IconTools',
    object: 'project',
    widget: 'draftChange',
    available: WHEN_ONE,
  }),
);
