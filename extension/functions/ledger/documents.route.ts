/** The door for documents: POST /keyturn/documents/<question>; apart, because it brings the PDF library along. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { writeQuote } from '#commands/deal/write-quote.ts';
import { writeChangeLetters } from '#commands/handover/write-change-letters.ts';
import { writeHandoverProtocol } from '#commands/handover/write-handover-protocol.ts';
import { writeLetter } from '#commands/ledger/write-letter.ts';
import { writeStatement } from '#commands/ledger/write-statement.ts';
import { functionsId } from '#identifiers/functions.ts';
import { commandRoute, roomRoute } from '../shared/command-route.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('documents.route'),
  name: 'keyturn-documents',
  description:
    'Writes statements, letters, quotes, handover protocols and letters of changes into the Files tab.',
  timeoutSeconds: 240,
  httpRouteTriggerSettings: roomRoute('documents'),
  handler: commandRoute(
    [],
    [writeStatement, writeLetter, writeQuote, writeHandoverProtocol, writeChangeLetters],
  ),
});
