import { defineLogicFunction } from 'twenty-sdk/define';
import { findInstallmentsOverdue } from '#commands/ledger/find-installments.ts';
import { functionsId } from '#identifiers/functions.ts';
import { findingSettings } from '#kit/action.ts';
import { findingAction } from '../shared/finding-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('find-installments-overdue.action'),
  name: 'keyturn-find-installments-overdue-action',
  description: 'Finds installments that are late. A step of workflows.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: findingSettings(findInstallmentsOverdue, 'IconCalendarExclamation'),
  handler: findingAction(findInstallmentsOverdue),
});
