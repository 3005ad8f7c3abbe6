import { defineCommandMenuItem } from 'twenty-sdk/define';
import { globalCommand } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  globalCommand('setUpDunning', {
    label: 'Set up reminders',
    shortLabel: 'Reminders',
    icon: 'IconStairsUp',
    widget: 'setUpDunning',
  }),
);
