/**
 * After an installation or an upgrade: makes the dashboards that are missing. Twenty asks for it once and never
 * again, so `npm run deploy` and the page Setup give the same command.
 */
import { definePostInstallLogicFunction } from 'twenty-sdk/define';
import { carryOut } from '#commands/system/carry-out.ts';
import { KEYTURN } from '#commands/system/jobs.ts';
import { derivedId } from '#commands/system/request-ids.ts';
import { setUpDashboards } from '#commands/system/set-up-dashboards.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { RIGHTS } from '#domain/system/index.ts';
import { functionsId } from '#identifiers/functions.ts';
import { openAsApplication } from '../shared/workspace.ts';

type Installed = { newVersion?: string };

export default definePostInstallLogicFunction({
  universalIdentifier: functionsId('set-up-dashboards.hook'),
  name: 'keyturn-set-up-dashboards',
  description: 'Makes the dashboards that are missing, after an installation or an upgrade.',
  timeoutSeconds: 120,
  shouldRunOnVersionUpgrade: true,
  handler: async ({ newVersion = '' }: Installed) => {
    const { store, clock } = openAsApplication();
    const requestId = derivedId('dashboards after install', newVersion, clock.now().toISOString());
    const context = { store, clock, actor: KEYTURN, rights: new Set(RIGHTS) };
    const done = await carryOut(setUpDashboards, context, { requestId });
    return isRefused(done) ? done.refused : done.plan;
  },
});
