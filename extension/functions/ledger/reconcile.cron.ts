/** Reconciles every contract once a night. Answers with what was repaired and what a person has to look at. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { reconcileAll } from '#commands/ledger/nightly.ts';
import { recorded } from '#commands/system/jobs.ts';
import { functionsId } from '#identifiers/functions.ts';
import { openAsApplication } from '../shared/workspace.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('reconcile.cron'),
  name: 'keyturn-reconcile',
  description: 'Recomputes every total of the ledger from its rows, repairs and reports.',
  timeoutSeconds: 300,
  cronTriggerSettings: { pattern: '37 2 * * *' },
  handler: () => recorded(openAsApplication(), reconcileAll),
});
