import { defineCommandMenuItem } from 'twenty-sdk/define';
import { recordCommand, WHEN_ONE } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('openTitles', {
    label: 'Open title cases',
    shortLabel: 'Titles',
    icon: 'IconCertificate',
    object: 'building',
    widget: 'openTitles',
    available: WHEN_ONE,
  }),
);
