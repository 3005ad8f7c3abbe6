import { defineLogicFunction } from 'twenty-sdk/define';
import { findExpiringReservations } from '#commands/deal/find-reservations.ts';
import { functionsId } from '#identifiers/functions.ts';
import { findingSettings } from '#kit/action.ts';
import { findingAction } from '../shared/finding-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('find-expiring-reservations.action'),
  name: 'keyturn-find-expiring-reservations-action',
  description: 'Finds reservations whose time is almost over. A step of workflows.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: findingSettings(findExpiringReservations, 'IconHourglass'),
  handler: findingAction(findExpiringReservations),
});
