import { defineLogicFunction } from 'twenty-sdk/define';
import { releaseHold } from '#commands/deal/hold-ending.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('release-hold.action'),
  name: 'keyturn-release-hold-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(releaseHold, 'IconHandOff'),
  handler: commandAction(releaseHold),
});
