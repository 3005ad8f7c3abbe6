import { defineCommandMenuItem } from 'twenty-sdk/define';
import { recordCommand, WHEN_ONE } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('readTitleList', {
    label: 'Read title list',
    shortLabel: 'Titles',
    icon: 'IconCertificate',
    object: 'project',
    widget: 'titleList',
    available: WHEN_ONE,
  }),
);
