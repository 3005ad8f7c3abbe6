/** Lets the states of installments follow the calendar. Answers with what was done, refused and failed. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { refreshInstallments } from '#commands/system/jobs.ts';
import { functionsId } from '#identifiers/functions.ts';
import { openAsApplication } from '../shared/workspace.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('refresh-installments.cron'),
  name: 'keyturn-refresh-installments',
  description: 'Lets the states of installments follow the calendar.',
  timeoutSeconds: 300,
  cronTriggerSettings: { pattern: '7 * * * *' },
  handler: () => refreshInstallments(openAsApplication()),
});
