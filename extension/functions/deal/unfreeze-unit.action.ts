import { defineLogicFunction } from 'twenty-sdk/define';
import { unfreezeUnit } from '#commands/deal/freeze-unit.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('unfreeze-unit.action'),
  name: 'keyturn-unfreeze-unit-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(unfreezeUnit, 'IconSnowflakeOff'),
  handler: commandAction(unfreezeUnit),
});
