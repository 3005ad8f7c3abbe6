import { defineCommandMenuItem } from 'twenty-sdk/define';
import { recordCommand, WHEN_ONE } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('writeStatement', {
    label: 'Statement of account',
    shortLabel: 'Statement',
    icon: 'IconFileInvoice',
    object: 'contract',
    widget: 'writeStatement',
    available: WHEN_ONE,
    isPinned: true,
  }),
);
