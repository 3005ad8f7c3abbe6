import { defineLogicFunction } from 'twenty-sdk/define';
import { withdrawUnits } from '#commands/inventory/withdraw-units.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('withdraw-units.action'),
  name: 'keyturn-withdraw-units-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(withdrawUnits, 'IconLock'),
  handler: commandAction(withdrawUnits),
});
