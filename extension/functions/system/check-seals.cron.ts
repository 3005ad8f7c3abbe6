/** Puts right what a hand changed in records that no event watches. Answers with what was done and failed. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { checkSeals } from '#commands/system/check-seals.ts';
import { recorded } from '#commands/system/jobs.ts';
import { functionsId } from '#identifiers/functions.ts';
import { openAsApplication } from '../shared/workspace.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('check-seals.cron'),
  name: 'keyturn-check-seals',
  description: 'Puts right what a hand changed in records that no event watches.',
  timeoutSeconds: 300,
  cronTriggerSettings: { pattern: '3,18,33,48 * * * *' },
  handler: () => {
    const job = openAsApplication();
    return recorded(job, () => checkSeals(job));
  },
});
