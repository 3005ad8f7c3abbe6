import { defineLogicFunction } from 'twenty-sdk/define';
import { findInstallmentsDue } from '#commands/ledger/find-installments.ts';
import { functionsId } from '#identifiers/functions.ts';
import { findingSettings } from '#kit/action.ts';
import { findingAction } from '../shared/finding-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('find-installments-due.action'),
  name: 'keyturn-find-installments-due-action',
  description: 'Finds installments that fall due soon. A step of workflows.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: findingSettings(findInstallmentsDue, 'IconCalendarDue'),
  handler: findingAction(findInstallmentsDue),
});
