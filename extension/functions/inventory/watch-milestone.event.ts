/** Notices a guarded field of the object `milestone` changed by hand and has it put right; see the watch. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { functionsId } from '#identifiers/functions.ts';
import { guardedEvent, handWatch } from '../shared/hand-watch.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('watch.milestone'),
  name: 'keyturn-watch-milestone',
  description: 'Puts right what was changed by hand.',
  timeoutSeconds: 60,
  databaseEventTriggerSettings: guardedEvent('milestone', '*'),
  handler: handWatch('milestone'),
});
