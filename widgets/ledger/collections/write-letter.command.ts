import { defineCommandMenuItem } from 'twenty-sdk/define';
import { recordCommand, WHEN_ONE } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('writeLetter', {
    label: 'Write letter',
    shortLabel: 'Letter',
    icon: 'IconFileText',
    object: 'dunningNotice',
    widget: 'writeLetter',
    available: WHEN_ONE,
    isPinned: true,
  }),
);
