import { defineLogicFunction } from 'twenty-sdk/define';
import { findBreachingTickets } from '#commands/care/find-tickets.ts';
import { functionsId } from '#identifiers/functions.ts';
import { findingSettings } from '#kit/action.ts';
import { findingAction } from '../shared/finding-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('find-breaching-tickets.action'),
  name: 'keyturn-find-breaching-tickets-action',
  description: 'Finds tickets that will soon be late. A step of workflows.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: findingSettings(findBreachingTickets, 'IconClockExclamation'),
  handler: findingAction(findBreachingTickets),
});
