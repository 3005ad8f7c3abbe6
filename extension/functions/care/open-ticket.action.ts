import { defineLogicFunction } from 'twenty-sdk/define';
import { openTicket } from '#commands/care/open-ticket.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('open-ticket.action'),
  name: 'keyturn-open-ticket-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(openTicket, 'IconHeadset'),
  handler: commandAction(openTicket),
});
