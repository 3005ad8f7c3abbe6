import { defineLogicFunction } from 'twenty-sdk/define';
import { findOverdueSnags } from '#commands/handover/find-overdue-snags.ts';
import { functionsId } from '#identifiers/functions.ts';
import { findingSettings } from '#kit/action.ts';
import { findingAction } from '../shared/finding-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('find-overdue-snags.action'),
  name: 'keyturn-find-overdue-snags-action',
  description: 'Finds snags past their due date. A step of workflows.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: findingSettings(findOverdueSnags, 'IconBug'),
  handler: findingAction(findOverdueSnags),
});
