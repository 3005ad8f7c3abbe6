/**
 * Sees that the dashboards are there: the server asks for them once, after it has installed, and says nothing
 * of how it went. So the deploy gives the same command, and a dashboard that is there is left alone.
 */
import { randomUUID } from 'node:crypto';
import { workspaceClient } from '#scripts/shared/workspace-client.ts';

export type DashboardReport = { key: string; title: string; outcome: string };

const PATIENCE_MS = [0, 2000, 4000, 8000];

/** @returns what came of each, or null with the reason said: Keyturn itself is installed all the same. */
export async function setUpDashboards(
  url: string,
  apiKey: string,
  say: (line: string) => void,
  wait: (milliseconds: number) => Promise<unknown>,
): Promise<DashboardReport[] | null> {
  const client = workspaceClient(url, apiKey);
  const requestId = randomUUID();
  let problem = '';
  for (const milliseconds of PATIENCE_MS) {
    await wait(milliseconds);
    try {
      const answer = await client.command<{ dashboards: DashboardReport[] }>('system', 'set-up-dashboards', {
        requestId,
      });
      say(answer.message);
      if (answer.ok) return answer.result.dashboards;
      problem = answer.message;
    } catch (error) {
      // A server that has just installed may not run its functions yet.
      problem = error instanceof Error ? error.message : String(error);
    }
  }
  say(`The dashboards are not set up: ${problem} Open Keyturn setup in Twenty and press "Make dashboards".`);
  return null;
}
