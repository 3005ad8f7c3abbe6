import { defineLogicFunction } from 'twenty-sdk/define';
import { findMissingDeposits } from '#commands/deal/find-reservations.ts';
import { functionsId } from '#identifiers/functions.ts';
import { findingSettings } from '#kit/action.ts';
import { findingAction } from '../shared/finding-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('find-missing-deposits.action'),
  name: 'keyturn-find-missing-deposits-action',
  description: 'Finds reservations whose deposit has not come. A step of workflows.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: findingSettings(findMissingDeposits, 'IconCashOff'),
  handler: findingAction(findMissingDeposits),
});
