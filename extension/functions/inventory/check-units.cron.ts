/** Compares every unit with its lock and puts differences right. Answers with what was done, refused and failed. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { checkUnits, recorded } from '#commands/system/jobs.ts';
import { functionsId } from '#identifiers/functions.ts';
import { openAsApplication } from '../shared/workspace.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('check-units.cron'),
  name: 'keyturn-check-units',
  description: 'Compares every unit with its lock and puts differences right.',
  timeoutSeconds: 300,
  cronTriggerSettings: { pattern: '41 2 * * *' },
  handler: () => recorded(openAsApplication(), checkUnits),
});
