import { defineLogicFunction } from 'twenty-sdk/define';
import { freezeUnit } from '#commands/deal/freeze-unit.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('freeze-unit.action'),
  name: 'keyturn-freeze-unit-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(freezeUnit, 'IconSnowflake'),
  handler: commandAction(freezeUnit),
});
