import { defineLogicFunction } from 'twenty-sdk/define';
import { upgradeReservation } from '#commands/deal/upgrade-reservation.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('upgrade-reservation.action'),
  name: 'keyturn-upgrade-reservation-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(upgradeReservation, 'IconArrowUpCircle'),
  handler: commandAction(upgradeReservation),
});
