import { defineLogicFunction } from 'twenty-sdk/define';
import { findUnbookedHandovers } from '#commands/handover/find-unbooked-handovers.ts';
import { functionsId } from '#identifiers/functions.ts';
import { findingSettings } from '#kit/action.ts';
import { findingAction } from '../shared/finding-action.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('find-unbooked-handovers.action'),
  name: 'keyturn-find-unbooked-handovers-action',
  description: 'Finds buyers who have not booked their handover, or did not come. A step of workflows.',
  timeoutSeconds: 120,
  workflowActionTriggerSettings: findingSettings(findUnbookedHandovers, 'IconCalendarTime'),
  handler: findingAction(findUnbookedHandovers),
});
