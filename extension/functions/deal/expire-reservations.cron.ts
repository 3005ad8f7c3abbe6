/** Frees the units of reservations, holds and tickets whose time is over, and those locked by nobody. Answers with what was done, refused and failed. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { recorded } from '#commands/system/jobs.ts';
import { expireAll } from '#commands/system/sales-jobs.ts';
import { functionsId } from '#identifiers/functions.ts';
import { openAsApplication } from '../shared/workspace.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('expire-reservations.cron'),
  name: 'keyturn-expire-reservations',
  description:
    'Frees the units of reservations, holds and queue tickets whose time is over, and ends quotes.',
  timeoutSeconds: 300,
  cronTriggerSettings: { pattern: '*/5 * * * *' },
  handler: () => recorded(openAsApplication(), expireAll),
});
