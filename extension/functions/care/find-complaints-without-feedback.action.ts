import { defineLogicFunction } from 'twenty-sdk/define';
import { findComplaintsWithoutFeedback } from '#commands/care/find-tickets.ts';
import { functionsId } from '#identifiers/functions.ts';
import { findingSettings } from '#kit/action.ts';
import { findingAction } from '../shared/finding-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('find-complaints-without-feedback.action'),
  name: 'keyturn-find-complaints-without-feedback-action',
  description: 'Finds complaints whose customer was told nothing yet. A step of workflows.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: findingSettings(findComplaintsWithoutFeedback, 'IconMessageReport'),
  handler: findingAction(findComplaintsWithoutFeedback),
});
