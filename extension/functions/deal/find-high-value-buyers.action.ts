import { defineLogicFunction } from 'twenty-sdk/define';
import { findHighValueBuyers } from '#commands/deal/find-high-value-buyers.ts';
import { functionsId } from '#identifiers/functions.ts';
import { findingSettings } from '#kit/action.ts';
import { findingAction } from '../shared/finding-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('find-high-value-buyers.action'),
  name: 'keyturn-find-high-value-buyers-action',
  description: 'Finds buyers of much, and whose they are. A step of workflows.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: findingSettings(findHighValueBuyers, 'IconDiamond'),
  handler: findingAction(findHighValueBuyers),
});
