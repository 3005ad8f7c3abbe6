import { defineLogicFunction } from 'twenty-sdk/define';
import { closeReleaseBatch } from '#commands/inventory/release-batches.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('close-release-batch.action'),
  name: 'keyturn-close-release-batch-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(closeReleaseBatch, 'IconDoorExit'),
  handler: commandAction(closeReleaseBatch),
});
