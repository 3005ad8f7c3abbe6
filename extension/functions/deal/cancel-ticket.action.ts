import { defineLogicFunction } from 'twenty-sdk/define';
import { cancelTicket } from '#commands/deal/cancel-ticket.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('cancel-ticket.action'),
  name: 'keyturn-cancel-ticket-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(cancelTicket, 'IconTicketOff'),
  handler: commandAction(cancelTicket),
});
