import { defineLogicFunction } from 'twenty-sdk/define';
import { decideDeposit } from '#commands/deal/decide-deposit.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('decide-deposit.action'),
  name: 'keyturn-decide-deposit-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(decideDeposit, 'IconGavel'),
  handler: commandAction(decideDeposit),
});
