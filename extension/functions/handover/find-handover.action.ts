import { defineLogicFunction } from 'twenty-sdk/define';
import { findHandover } from '#commands/handover/find-handover.ts';
import { functionsId } from '#identifiers/functions.ts';
import { findingSettings } from '#kit/action.ts';
import { findingAction } from '../shared/finding-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('find-handover.action'),
  name: 'keyturn-find-handover-action',
  description: 'Finds whose deal a handover is. A step of workflows.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: findingSettings(findHandover, 'IconKey'),
  handler: findingAction(findHandover),
});
