import { defineLogicFunction } from 'twenty-sdk/define';
import { signContract } from '#commands/deal/sign-contract.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('sign-contract.action'),
  name: 'keyturn-sign-contract-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(signContract, 'IconFileCertificate'),
  handler: commandAction(signContract),
});
