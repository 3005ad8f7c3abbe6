/** The door for lists of titles: POST /keyturn/titles/<question>; beside the one for files, which is full. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { readTitleList } from '#commands/handover/read-title-list.ts';
import { functionsId } from '#identifiers/functions.ts';
import { commandRoute, roomRoute } from '../shared/command-route.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('titles.route'),
  name: 'keyturn-titles',
  description: 'Reads lists of titles; carries out nothing.',
  timeoutSeconds: 300,
  httpRouteTriggerSettings: roomRoute('titles'),
  handler: commandRoute([], [readTitleList]),
});
