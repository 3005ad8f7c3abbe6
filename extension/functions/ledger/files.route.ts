/** The door for files: POST /keyturn/files/<question>; apart, because reading spreadsheets weighs much. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { readPriceList } from '#commands/inventory/read-price-list.ts';
import { readAreaSurvey } from '#commands/ledger/read-area-survey.ts';
import { readBankStatement } from '#commands/ledger/read-bank-statement.ts';
import { functionsId } from '#identifiers/functions.ts';
import { commandRoute, roomRoute } from '../shared/command-route.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('files.route'),
  name: 'keyturn-files',
  description: 'Reads bank statements, area surveys and price lists; posts nothing.',
  timeoutSeconds: 300,
  httpRouteTriggerSettings: roomRoute('files'),
  handler: commandRoute([], [readBankStatement, readAreaSurvey, readPriceList]),
});
