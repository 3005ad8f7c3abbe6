/** Notices a guarded field of the object `titleCase` changed by hand and has it put right; see the watch. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { titleCaseMeaning } from '#commands/system/care-meanings.ts';
import { functionsId } from '#identifiers/functions.ts';
import { guardedEvent, handWatch } from '../shared/hand-watch.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('watch.title-case'),
  name: 'keyturn-watch-title-case',
  description: 'Puts right what was changed by hand.',
  timeoutSeconds: 60,
  databaseEventTriggerSettings: guardedEvent('titleCase', 'updated'),
  handler: handWatch('titleCase', titleCaseMeaning),
});
