import { defineLogicFunction } from 'twenty-sdk/define';
import { swapReservationUnit } from '#commands/deal/swap-reservation-unit.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('swap-reservation-unit.action'),
  name: 'keyturn-swap-reservation-unit-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(swapReservationUnit, 'IconSwitchHorizontal'),
  handler: commandAction(swapReservationUnit),
});
