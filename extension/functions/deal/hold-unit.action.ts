import { defineLogicFunction } from 'twenty-sdk/define';
import { holdUnit } from '#commands/deal/hold-unit.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('hold-unit.action'),
  name: 'keyturn-hold-unit-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(holdUnit, 'IconHandStop'),
  handler: commandAction(holdUnit),
});
