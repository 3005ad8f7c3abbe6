/** The HTTP door of the room `ledger`: POST /keyturn/ledger/<command>. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { LEDGER_COMMANDS, LEDGER_QUESTIONS } from '#commands/ledger/index.ts';
import { functionsId } from '#identifiers/functions.ts';
import { commandRoute, roomRoute } from '../shared/command-route.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('ledger.route'),
  name: 'keyturn-ledger',
  description: 'Receipts, charges, settlements, mortgages, commission, collections.',
  timeoutSeconds: 240,
  httpRouteTriggerSettings: roomRoute('ledger'),
  handler: commandRoute(LEDGER_COMMANDS, LEDGER_QUESTIONS),
});
