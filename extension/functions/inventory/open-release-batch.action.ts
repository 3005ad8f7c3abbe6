import { defineLogicFunction } from 'twenty-sdk/define';
import { openReleaseBatch } from '#commands/inventory/release-batches.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('open-release-batch.action'),
  name: 'keyturn-open-release-batch-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(openReleaseBatch, 'IconDoorEnter'),
  handler: commandAction(openReleaseBatch),
});
