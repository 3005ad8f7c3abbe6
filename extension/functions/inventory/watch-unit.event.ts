/** Notices a guarded field of the object `unit` changed by hand and has it put right; see the watch. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { unitMeaning } from '#commands/system/meanings.ts';
import { functionsId } from '#identifiers/functions.ts';
import { guardedEvent, handWatch } from '../shared/hand-watch.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('watch.unit'),
  name: 'keyturn-watch-unit',
  description: 'Puts right what was changed by hand.',
  timeoutSeconds: 60,
  databaseEventTriggerSettings: guardedEvent('unit', '*'),
  handler: handWatch('unit', unitMeaning),
});
