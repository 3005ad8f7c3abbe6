import { defineLogicFunction } from 'twenty-sdk/define';
import { findTitleDeadlines } from '#commands/handover/find-title-deadlines.ts';
import { functionsId } from '#identifiers/functions.ts';
import { findingSettings } from '#kit/action.ts';
import { findingAction } from '../shared/finding-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('find-title-deadlines.action'),
  name: 'keyturn-find-title-deadlines-action',
  description: 'Finds titles whose deadline is near or over. A step of workflows.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: findingSettings(findTitleDeadlines, 'IconCertificate'),
  handler: findingAction(findTitleDeadlines),
});
