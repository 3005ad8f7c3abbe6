import { defineLogicFunction } from 'twenty-sdk/define';
import { cancelReservation } from '#commands/deal/close-reservation.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('cancel-reservation.action'),
  name: 'keyturn-cancel-reservation-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(cancelReservation, 'IconCalendarX'),
  handler: commandAction(cancelReservation),
});
