import { defineCommandMenuItem } from 'twenty-sdk/define';
import { recordCommand, WHEN_ONE } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('writeQuote', {
    label: 'Write quote as PDF',
    shortLabel: 'PDF',
    icon: 'IconFileText',
    object: 'quote',
    widget: 'writeQuote',
    available: WHEN_ONE,
  }),
);
