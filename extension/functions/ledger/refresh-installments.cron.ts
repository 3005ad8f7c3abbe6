/** Keeps the ledger, and the appointments that the clock decides. Answers with what was done, refused and failed. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { keepHandovers } from '#commands/handover/handover-jobs.ts';
import { keepLedger } from '#commands/ledger/nightly.ts';
import { recorded } from '#commands/system/jobs.ts';
import { functionsId } from '#identifiers/functions.ts';
import { openAsApplication } from '../shared/workspace.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('refresh-installments.cron'),
  name: 'keyturn-keep-ledger',
  description: 'Lets dues, late fees, promises, reminders and handover appointments follow the calendar.',
  timeoutSeconds: 300,
  cronTriggerSettings: { pattern: '7 * * * *' },
  handler: async () => {
    const job = openAsApplication();
    const ledger = await recorded(job, keepLedger);
    return { ...ledger, handovers: await recorded(job, keepHandovers) };
  },
});
