/** One request about workflows: its data, or an error that says whether Twenty would not let the caller. */
import { WorkflowsForbidden } from '#port/workflow-engine.ts';
import { asError, type TwentyClient, TwentyError } from '../client.ts';

export type Ask = (document: string, variables: Record<string, unknown>) => Promise<Record<string, unknown>>;

/** @throws WorkflowsForbidden, TwentyError, ConnectionCut */
export function asking(client: TwentyClient): Ask {
  return async (document, variables) => {
    const { data, errors } = await client.graphql(document, variables);
    const [failure] = errors;
    if (failure?.extensions?.code === 'FORBIDDEN') throw new WorkflowsForbidden(failure.message);
    if (failure !== undefined) throw asError(failure);
    if (data === null) throw new TwentyError('Twenty answered without data', 'INTERNAL_SERVER_ERROR');
    return data;
  };
}
