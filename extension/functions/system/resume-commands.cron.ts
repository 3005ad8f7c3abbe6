/** Carries through commands that were cut off. Answers with what was done, refused and failed. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { ALL_COMMANDS } from '#commands/index.ts';
import { recorded, resumeCommands } from '#commands/system/jobs.ts';
import { functionsId } from '#identifiers/functions.ts';
import { openAsApplication } from '../shared/workspace.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('resume-commands.cron'),
  name: 'keyturn-resume-commands',
  description: 'Carries through commands that were cut off.',
  timeoutSeconds: 300,
  cronTriggerSettings: { pattern: '*/10 * * * *' },
  handler: () => recorded(openAsApplication(), (job) => resumeCommands(job, ALL_COMMANDS)),
});
