import { defineCommandMenuItem } from 'twenty-sdk/define';
import { globalCommand } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  globalCommand('setUpWorkflows', {
    label: 'Set up workflows',
    shortLabel: 'Workflows',
    icon: 'IconSettingsAutomation',
    widget: 'setUpWorkflows',
  }),
);
