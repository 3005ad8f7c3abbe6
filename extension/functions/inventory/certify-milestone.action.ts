import { defineLogicFunction } from 'twenty-sdk/define';
import { certifyMilestone } from '#commands/inventory/certify-milestone.ts';
import { functionsId } from '#identifiers/functions.ts';
import { actionSettings } from '#kit/action.ts';
import { commandAction } from '../shared/command-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('certify-milestone.action'),
  name: 'keyturn-certify-milestone-action',
  description: 'The command as a workflow step.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: actionSettings(certifyMilestone, 'IconCrane'),
  handler: commandAction(certifyMilestone),
});
