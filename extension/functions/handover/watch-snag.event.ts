/** Notices a guarded field of the object `snag` changed by hand and has it put right; see the watch. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { snagMeaning } from '#commands/system/care-meanings.ts';
import { functionsId } from '#identifiers/functions.ts';
import { guardedEvent, handWatch } from '../shared/hand-watch.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('watch.snag'),
  name: 'keyturn-watch-snag',
  description: 'Puts right what was changed by hand.',
  timeoutSeconds: 60,
  databaseEventTriggerSettings: guardedEvent('snag', 'updated'),
  handler: handWatch('snag', snagMeaning),
});
