/** Keeps the ledger: dues, late fees, promises, notices. Answers with what was done, refused and failed. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { keepLedger } from '#commands/ledger/nightly.ts';
import { recorded } from '#commands/system/jobs.ts';
import { functionsId } from '#identifiers/functions.ts';
import { openAsApplication } from '../shared/workspace.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('refresh-installments.cron'),
  name: 'keyturn-keep-ledger',
  description: 'Lets dues, late fees, promises and reminders follow the calendar.',
  timeoutSeconds: 300,
  cronTriggerSettings: { pattern: '7 * * * *' },
  handler: () => recorded(openAsApplication(), keepLedger),
});
