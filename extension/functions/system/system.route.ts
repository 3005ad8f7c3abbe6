/** The HTTP door of the room `system`: POST /keyturn/system/<command>. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { SYSTEM_COMMANDS, SYSTEM_QUESTIONS } from '#commands/system/index.ts';
import { functionsId } from '#identifiers/functions.ts';
import { commandRoute, roomRoute } from '../shared/command-route.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('system.route'),
  name: 'keyturn-system',
  description: 'Asks for approvals and decides them; sets the workspace up.',
  timeoutSeconds: 300,
  httpRouteTriggerSettings: roomRoute('system'),
  handler: commandRoute(SYSTEM_COMMANDS, SYSTEM_QUESTIONS),
});
