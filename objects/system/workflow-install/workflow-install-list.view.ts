import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('workflowInstall', {
    name: 'All installed workflows',
    icon: 'IconSettingsAutomation',
    columns: ['name', 'outcome', 'installedAt', 'installedBy', 'note'],
    sort: ['name', 'ASC'],
  }),
);
