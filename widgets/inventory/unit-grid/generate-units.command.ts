import { defineCommandMenuItem } from 'twenty-sdk/define';
import { recordCommand, WHEN_ONE } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('generateUnits', {
    label: 'Generate units',
    shortLabel: 'Generate',
    icon: 'IconGridDots',
    object: 'building',
    widget: 'generateUnits',
    available: WHEN_ONE,
    isPinned: true,
  }),
);
