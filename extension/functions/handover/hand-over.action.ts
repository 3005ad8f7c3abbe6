import { defineLogicFunction } from 'twenty-sdk/define';
import { handOver } from '#commands/handover/hand-over.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('hand-over.action'),
  name: 'keyturn-hand-over-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(handOver, 'IconKey'),
  handler: commandAction(handOver),
});
