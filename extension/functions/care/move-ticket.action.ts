import { defineLogicFunction } from 'twenty-sdk/define';
import { moveTicket } from '#commands/care/move-ticket.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('move-ticket.action'),
  name: 'keyturn-move-ticket-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(moveTicket, 'IconArrowRight'),
  handler: commandAction(moveTicket),
});
