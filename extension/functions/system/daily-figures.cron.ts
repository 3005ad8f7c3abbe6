/** Takes the figures of every project's day that has ended. Answers with what was done and failed. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { takeDailyFigures } from '#commands/system/daily-figures.ts';
import { recorded } from '#commands/system/jobs.ts';
import { functionsId } from '#identifiers/functions.ts';
import { openAsApplication } from '../shared/workspace.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('daily-figures.cron'),
  name: 'keyturn-daily-figures',
  description: 'Takes the figures of every project’s day that has ended.',
  timeoutSeconds: 300,
  cronTriggerSettings: { pattern: '7 * * * *' },
  handler: () => recorded(openAsApplication(), takeDailyFigures),
});
