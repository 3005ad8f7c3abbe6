import { defineLogicFunction } from 'twenty-sdk/define';
import { expireReservation } from '#commands/deal/close-reservation.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('expire-reservation.action'),
  name: 'keyturn-expire-reservation-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(expireReservation, 'IconCalendarOff'),
  handler: commandAction(expireReservation),
});
