import { defineLogicFunction } from 'twenty-sdk/define';
import { recordReceipt } from '#commands/ledger/record-receipt.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('record-receipt.action'),
  name: 'keyturn-record-receipt-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(recordReceipt, 'IconReceipt2'),
  handler: commandAction(recordReceipt),
});
