/** The HTTP door of the room `handover`: POST /keyturn/handover/<command>. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { HANDOVER_COMMANDS, HANDOVER_QUESTIONS } from '#commands/handover/index.ts';
import { functionsId } from '#identifiers/functions.ts';
import { commandRoute, roomRoute } from '../shared/command-route.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('handover.route'),
  name: 'keyturn-handover',
  description: 'Hands over keys, and what follows: titles and engineering changes.',
  timeoutSeconds: 120,
  httpRouteTriggerSettings: roomRoute('handover'),
  handler: commandRoute(HANDOVER_COMMANDS, HANDOVER_QUESTIONS),
});
