/** The door for sample data: POST /keyturn/sample/<command>; apart, because it brings the commands of all rooms along. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { SAMPLE_COMMANDS, SAMPLE_QUESTIONS } from '#commands/system/sample-commands.ts';
import { functionsId } from '#identifiers/functions.ts';
import { commandRoute, roomRoute } from '../shared/command-route.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('sample.route'),
  name: 'keyturn-sample',
  description: 'Loads a small development to look at, and takes it away again.',
  timeoutSeconds: 300,
  httpRouteTriggerSettings: roomRoute('sample'),
  handler: commandRoute(SAMPLE_COMMANDS, SAMPLE_QUESTIONS),
});
