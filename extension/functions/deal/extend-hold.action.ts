import { defineLogicFunction } from 'twenty-sdk/define';
import { extendHold } from '#commands/deal/hold-ending.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('extend-hold.action'),
  name: 'keyturn-extend-hold-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(extendHold, 'IconClockPlus'),
  handler: commandAction(extendHold),
});
