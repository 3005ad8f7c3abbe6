/** Sets the native workflows up over Keyturn's own route, as the person whose token it is: no API key may. */
import { randomUUID } from 'node:crypto';
import { workspaceClient } from '#scripts/shared/workspace-client.ts';

export type WorkflowReport = { key: string; name: string; outcome: string; message: string };

/** @returns what came of each. @throws Error with the server's sentence when it refuses. */
export async function setUpWorkflows(
  url: string,
  userToken: string,
  say: (line: string) => void,
): Promise<WorkflowReport[]> {
  const client = workspaceClient(url, userToken);
  const ask = async <A>(command: string, input: Record<string, unknown> = {}): Promise<A> => {
    const answer = await client.command<A & Record<string, unknown>>('workflows', command, {
      requestId: randomUUID(),
      ...input,
    });
    if (!answer.ok) throw new Error(`The workflows are not set up: ${answer.message}`);
    return answer.result;
  };
  const { workflows } = await ask<{ workflows: { key: string }[] }>('list');
  const reports: WorkflowReport[] = [];
  for (const { key } of workflows) {
    const report = await ask<WorkflowReport>('install', { workflowKey: key });
    say(`  ${report.name}: ${report.message}`);
    reports.push(report);
  }
  return reports;
}
