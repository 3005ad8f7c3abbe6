import { defineLogicFunction } from 'twenty-sdk/define';
import { findMilestoneInstallments } from '#commands/ledger/find-installments.ts';
import { functionsId } from '#identifiers/functions.ts';
import { findingSettings } from '#kit/action.ts';
import { findingAction } from '../shared/finding-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('find-milestone-installments.action'),
  name: 'keyturn-find-milestone-installments-action',
  description: 'Finds whose installments a certified milestone makes due. A step of workflows.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: findingSettings(findMilestoneInstallments, 'IconCrane'),
  handler: findingAction(findMilestoneInstallments),
});
