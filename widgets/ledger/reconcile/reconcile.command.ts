import { defineCommandMenuItem } from 'twenty-sdk/define';
import { globalCommand } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  globalCommand('reconcile', {
    label: 'Reconcile the ledger',
    shortLabel: 'Reconcile',
    icon: 'IconScale',
    widget: 'reconcile',
  }),
);
