import { defineLogicFunction } from 'twenty-sdk/define';
import { expireHold } from '#commands/deal/hold-ending.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('expire-hold.action'),
  name: 'keyturn-expire-hold-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(expireHold, 'IconHourglassEmpty'),
  handler: commandAction(expireHold),
});
