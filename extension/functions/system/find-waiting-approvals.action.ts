import { defineLogicFunction } from 'twenty-sdk/define';
import { findWaitingApprovals } from '#commands/system/find-waiting-approvals.ts';
import { functionsId } from '#identifiers/functions.ts';
import { findingSettings } from '#kit/action.ts';
import { findingAction } from '../shared/finding-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('find-waiting-approvals.action'),
  name: 'keyturn-find-waiting-approvals-action',
  description: 'Finds approvals that nobody has decided. A step of workflows.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: findingSettings(findWaitingApprovals, 'IconClockPause'),
  handler: findingAction(findWaitingApprovals),
});
