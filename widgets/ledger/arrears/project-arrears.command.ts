import { defineCommandMenuItem } from 'twenty-sdk/define';
import { recordCommand, WHEN_ONE } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('projectArrears', {
    label: 'Arrears of project',
    shortLabel: 'Arrears',
    icon: 'IconReportMoney',
    object: 'project',
    widget: 'arrears',
    available: WHEN_ONE,
  }),
);
