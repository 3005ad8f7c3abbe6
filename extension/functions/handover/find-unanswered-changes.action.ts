import { defineLogicFunction } from 'twenty-sdk/define';
import { findUnansweredChanges } from '#commands/handover/find-unanswered-changes.ts';
import { functionsId } from '#identifiers/functions.ts';
import { findingSettings } from '#kit/action.ts';
import { findingAction } from '../shared/finding-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('find-unanswered-changes.action'),
  name: 'keyturn-find-unanswered-changes-action',
  description: 'Finds buyers who have not answered to an engineering change. A step of workflows.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: findingSettings(findUnansweredChanges, 'IconTools'),
  handler: findingAction(findUnansweredChanges),
});
