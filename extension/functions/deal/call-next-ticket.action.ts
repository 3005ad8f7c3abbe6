import { defineLogicFunction } from 'twenty-sdk/define';
import { callNextTicket } from '#commands/deal/call-ticket.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('call-next-ticket.action'),
  name: 'keyturn-call-next-ticket-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(callNextTicket, 'IconSpeakerphone'),
  handler: commandAction(callNextTicket),
});
