/** Notices a guarded field of the object `keySet` changed by hand and has it put right; see the watch. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { keySetMeaning } from '#commands/system/care-meanings.ts';
import { functionsId } from '#identifiers/functions.ts';
import { guardedEvent, handWatch } from '../shared/hand-watch.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('watch.key-set'),
  name: 'keyturn-watch-key-set',
  description: 'Puts right what was changed by hand.',
  timeoutSeconds: 60,
  databaseEventTriggerSettings: guardedEvent('keySet', 'updated'),
  handler: handWatch('keySet', keySetMeaning),
});
