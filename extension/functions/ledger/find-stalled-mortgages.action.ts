import { defineLogicFunction } from 'twenty-sdk/define';
import { findStalledMortgages } from '#commands/ledger/find-stalled-mortgages.ts';
import { functionsId } from '#identifiers/functions.ts';
import { findingSettings } from '#kit/action.ts';
import { findingAction } from '../shared/finding-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('find-stalled-mortgages.action'),
  name: 'keyturn-find-stalled-mortgages-action',
  description: 'Finds loans that have not moved. A step of workflows.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: findingSettings(findStalledMortgages, 'IconBuildingBank'),
  handler: findingAction(findStalledMortgages),
});
