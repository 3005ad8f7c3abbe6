/** The HTTP door of the room `inventory`: POST /keyturn/inventory/<command>. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { INVENTORY_COMMANDS, INVENTORY_QUESTIONS } from '#commands/inventory/index.ts';
import { functionsId } from '#identifiers/functions.ts';
import { commandRoute, roomRoute } from '../shared/command-route.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('inventory.route'),
  name: 'keyturn-inventory',
  description: 'Releases and withdraws units, keeps prices, generates units, certifies milestones.',
  timeoutSeconds: 300,
  httpRouteTriggerSettings: roomRoute('inventory'),
  handler: commandRoute(INVENTORY_COMMANDS, INVENTORY_QUESTIONS),
});
