import { defineCommandMenuItem } from 'twenty-sdk/define';
import { standardRecordCommand, WHEN_ONE } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  standardRecordCommand('writeBuyerStatement', {
    label: 'Statement of account of buyer',
    shortLabel: 'Statement',
    icon: 'IconFileInvoice',
    object: 'person',
    widget: 'writeBuyerStatement',
    available: WHEN_ONE,
  }),
);
