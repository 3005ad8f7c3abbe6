import { defineCommandMenuItem } from 'twenty-sdk/define';
import { globalCommand } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  globalCommand('arrears', {
    label: 'Arrears of all projects',
    shortLabel: 'Arrears',
    icon: 'IconReportMoney',
    widget: 'arrears',
  }),
);
