import { defineLogicFunction } from 'twenty-sdk/define';
import { extendReservation } from '#commands/deal/extend-reservation.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('extend-reservation.action'),
  name: 'keyturn-extend-reservation-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(extendReservation, 'IconCalendarPlus'),
  handler: commandAction(extendReservation),
});
