/** Notices a guarded field of the object `serviceTicket` changed by hand and has it put right; see the watch. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { serviceTicketMeaning } from '#commands/system/care-meanings.ts';
import { functionsId } from '#identifiers/functions.ts';
import { guardedEvent, handWatch } from '../shared/hand-watch.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('watch.service-ticket'),
  name: 'keyturn-watch-service-ticket',
  description: 'Puts right what was changed by hand.',
  timeoutSeconds: 60,
  databaseEventTriggerSettings: guardedEvent('serviceTicket', 'updated'),
  handler: handWatch('serviceTicket', serviceTicketMeaning),
});
