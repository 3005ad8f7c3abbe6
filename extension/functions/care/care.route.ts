/** The HTTP door of the room `care`: POST /keyturn/care/<command>. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { CARE_COMMANDS, CARE_QUESTIONS } from '#commands/care/index.ts';
import { functionsId } from '#identifiers/functions.ts';
import { commandRoute, roomRoute } from '../shared/command-route.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('care.route'),
  name: 'keyturn-care',
  description: 'Service tickets, warranty terms and service levels.',
  timeoutSeconds: 120,
  httpRouteTriggerSettings: roomRoute('care'),
  handler: commandRoute(CARE_COMMANDS, CARE_QUESTIONS),
});
