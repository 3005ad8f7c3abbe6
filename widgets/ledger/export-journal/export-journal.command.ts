import { defineCommandMenuItem } from 'twenty-sdk/define';
import { globalCommand } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  globalCommand('exportJournal', {
    label: 'Export journal',
    shortLabel: 'Journal',
    icon: 'IconFileExport',
    widget: 'exportJournal',
  }),
);
