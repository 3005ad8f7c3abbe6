import { defineLogicFunction } from 'twenty-sdk/define';
import { findUnsignedReservations } from '#commands/deal/find-reservations.ts';
import { functionsId } from '#identifiers/functions.ts';
import { findingSettings } from '#kit/action.ts';
import { findingAction } from '../shared/finding-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('find-unsigned-reservations.action'),
  name: 'keyturn-find-unsigned-reservations-action',
  description: 'Finds large deposits that no contract has followed. A step of workflows.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: findingSettings(findUnsignedReservations, 'IconFileOff'),
  handler: findingAction(findUnsignedReservations),
});
