import { defineLogicFunction } from 'twenty-sdk/define';
import { releaseUnits } from '#commands/inventory/release-units.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('release-units.action'),
  name: 'keyturn-release-units-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(releaseUnits, 'IconRocket'),
  handler: commandAction(releaseUnits),
});
