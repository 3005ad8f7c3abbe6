import { defineLogicFunction } from 'twenty-sdk/define';
import { reserveUnit } from '#commands/deal/reserve-unit.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('reserve-unit.action'),
  name: 'keyturn-reserve-unit-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(reserveUnit, 'IconCalendarHeart'),
  handler: commandAction(reserveUnit),
});
