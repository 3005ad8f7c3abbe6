/** Notices a guarded field of the object `handover` changed by hand and has it put right; see the watch. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { handoverMeaning } from '#commands/system/care-meanings.ts';
import { functionsId } from '#identifiers/functions.ts';
import { guardedEvent, handWatch } from '../shared/hand-watch.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('watch.handover'),
  name: 'keyturn-watch-handover',
  description: 'Puts right what was changed by hand.',
  timeoutSeconds: 60,
  databaseEventTriggerSettings: guardedEvent('handover', 'updated'),
  handler: handWatch('handover', handoverMeaning),
});
