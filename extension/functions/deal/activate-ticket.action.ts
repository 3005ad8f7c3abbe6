import { defineLogicFunction } from 'twenty-sdk/define';
import { activateTicket } from '#commands/deal/take-ticket.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('activate-ticket.action'),
  name: 'keyturn-activate-ticket-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(activateTicket, 'IconPlayerPlay'),
  handler: commandAction(activateTicket),
});
