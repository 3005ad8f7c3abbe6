import { defineLogicFunction } from 'twenty-sdk/define';
import { requeueTicket } from '#commands/deal/call-ticket.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('requeue-ticket.action'),
  name: 'keyturn-requeue-ticket-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(requeueTicket, 'IconRotateClockwise'),
  handler: commandAction(requeueTicket),
});
