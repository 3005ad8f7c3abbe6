import { defineLogicFunction } from 'twenty-sdk/define';
import { missTicket } from '#commands/deal/call-ticket.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('miss-ticket.action'),
  name: 'keyturn-miss-ticket-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(missTicket, 'IconHourglassEmpty'),
  handler: commandAction(missTicket),
});
