import { defineCommandMenuItem } from 'twenty-sdk/define';
import { recordCommand, WHEN_ONE } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('readPriceList', {
    label: 'Read price list',
    shortLabel: 'Price list',
    icon: 'IconFileSpreadsheet',
    object: 'project',
    widget: 'readPriceList',
    available: WHEN_ONE,
    isPinned: true,
  }),
);
