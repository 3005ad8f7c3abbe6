/** The HTTP door of the room `inventory`: POST /keyturn/inventory/<command>. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { INVENTORY_COMMANDS } from '#commands/inventory/index.ts';
import { functionsId } from '#identifiers/functions.ts';
import { commandRoute, roomRoute } from '../shared/command-route.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('inventory.route'),
  name: 'keyturn-inventory',
  description: 'Releases units and certifies milestones.',
  timeoutSeconds: 120,
  httpRouteTriggerSettings: roomRoute('inventory'),
  handler: commandRoute(INVENTORY_COMMANDS),
});
