import { defineCommandMenuItem } from 'twenty-sdk/define';
import { recordCommand, WHEN_ONE } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('readAndPost', {
    label: 'Read and post',
    shortLabel: 'Read',
    icon: 'IconFileSpreadsheet',
    object: 'bankStatement',
    widget: 'readAndPost',
    available: WHEN_ONE,
    isPinned: true,
  }),
);
