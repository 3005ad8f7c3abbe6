/** Notices a guarded field of the object `receipt` changed by hand and has it put right; see the watch. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { functionsId } from '#identifiers/functions.ts';
import { guardedEvent, handWatch } from '../shared/hand-watch.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('watch.receipt'),
  name: 'keyturn-watch-receipt',
  description: 'Puts right what was changed by hand.',
  timeoutSeconds: 60,
  databaseEventTriggerSettings: guardedEvent('receipt', 'updated'),
  handler: handWatch('receipt'),
});
