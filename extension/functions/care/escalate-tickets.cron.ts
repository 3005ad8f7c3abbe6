/** Tickets that are late go up a level, and a task is left for whom they go to. Answers with what was done. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { escalateTickets } from '#commands/care/escalate-tickets.ts';
import { recorded } from '#commands/system/jobs.ts';
import { functionsId } from '#identifiers/functions.ts';
import { openAsApplication } from '../shared/workspace.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('escalate-tickets.cron'),
  name: 'keyturn-escalate-tickets',
  description: 'Escalates service tickets whose promise is broken.',
  timeoutSeconds: 300,
  cronTriggerSettings: { pattern: '*/10 * * * *' },
  handler: () => {
    const { store, clock, tasks } = openAsApplication();
    return recorded({ store, clock }, (job) => escalateTickets({ ...job, tasks }));
  },
});
