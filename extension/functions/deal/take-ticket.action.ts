import { defineLogicFunction } from 'twenty-sdk/define';
import { takeTicket } from '#commands/deal/take-ticket.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('take-ticket.action'),
  name: 'keyturn-take-ticket-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(takeTicket, 'IconTicket'),
  handler: commandAction(takeTicket),
});
