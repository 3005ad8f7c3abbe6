/** The HTTP door of the room `deal`: POST /keyturn/deal/<command>. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { DEAL_COMMANDS, DEAL_QUESTIONS } from '#commands/deal/index.ts';
import { functionsId } from '#identifiers/functions.ts';
import { commandRoute, roomRoute } from '../shared/command-route.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('deal.route'),
  name: 'keyturn-deal',
  description:
    'Holds, freezes, queues, reserves, upgrades, extends, swaps, cancels, expires, signs, quotes and passes on.',
  timeoutSeconds: 120,
  httpRouteTriggerSettings: roomRoute('deal'),
  handler: commandRoute(DEAL_COMMANDS, DEAL_QUESTIONS),
});
