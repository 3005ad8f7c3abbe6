/** Notices a guarded field of the object `reservation` changed by hand and has it put right; see the watch. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { reservationMeaning } from '#commands/system/meanings.ts';
import { functionsId } from '#identifiers/functions.ts';
import { guardedEvent, handWatch } from '../shared/hand-watch.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('watch.reservation'),
  name: 'keyturn-watch-reservation',
  description: 'Puts right what was changed by hand.',
  timeoutSeconds: 60,
  databaseEventTriggerSettings: guardedEvent('reservation', 'updated'),
  handler: handWatch('reservation', reservationMeaning),
});
