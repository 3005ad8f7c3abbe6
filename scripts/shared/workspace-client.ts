/**
 * A caller of a workspace, embedded or real: records over GraphQL, commands over their HTTP routes.
 * API keys are held to 100 requests a minute by Twenty; being told so, it waits and goes on.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ClientError, GraphQLClient } from 'graphql-request';

export type CommandAnswer<A = Record<string, unknown>> =
  | { status: number; ok: true; result: A; message: string }
  | { status: number; ok: false; code: string; message: string; facts: Record<string, unknown> };

export type WorkspaceClient = {
  graphql<T = Record<string, unknown>>(document: string, variables?: Record<string, unknown>): Promise<T>;
  command<A = Record<string, unknown>>(
    room: string,
    name: string,
    body: { requestId: string } & Record<string, unknown>,
  ): Promise<CommandAnswer<A>>;
};

const MOST_WAITS = 12;
const WAIT_MS = 5_000;

export function workspaceClient(url: string, token: string): WorkspaceClient {
  const base = url.replace(/\/+$/, '');
  const headers = { authorization: `Bearer ${token}` };
  const client = new GraphQLClient(`${base}/graphql`, { headers });
  return {
    async graphql(document, variables) {
      for (let waits = 0; ; waits++) {
        try {
          return await client.request(document, variables);
        } catch (error) {
          if (!isLimit(error) || waits >= MOST_WAITS) throw error;
          await sleep(WAIT_MS);
        }
      }
    },
    async command<A>(room: string, name: string, body: { requestId: string } & Record<string, unknown>) {
      for (let waits = 0; ; waits++) {
        // The request id makes sending it again harmless, so a lost or empty answer is simply asked for again.
        const answer = await post<A>(`${base}/s/keyturn/${room}/${name}`, headers, body).catch(lost);
        const isWorthWaiting = !answer.ok && (answer.status === 429 || answer.code === 'NO_ANSWER');
        if (!isWorthWaiting || waits >= MOST_WAITS) return answer;
        await sleep(answer.status === 429 ? WAIT_MS : 200 * (waits + 1));
      }
    },
  };
}

async function post<A>(
  url: string,
  headers: Record<string, string>,
  body: object,
): Promise<CommandAnswer<A>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return readAnswer(response);
}

function lost(error: unknown): CommandAnswer<never> {
  const message = error instanceof Error ? error.message : String(error);
  return { status: 0, ok: false, code: 'NO_ANSWER', message: `No answer: ${message}`, facts: {} };
}

function isLimit(error: unknown): boolean {
  return error instanceof ClientError && /limit reached/i.test(error.message);
}

type Body = {
  ok?: boolean;
  result?: Record<string, unknown>;
  message?: string;
  refusal?: { code: string; message: string; facts: Record<string, unknown> };
  error?: { message: string };
};

async function readAnswer<A>(response: Response): Promise<CommandAnswer<A>> {
  const text = await response.text();
  const { status } = response;
  let body: Body;
  try {
    body = JSON.parse(text) as Body;
  } catch {
    return {
      status,
      ok: false,
      code: 'NO_ANSWER',
      message: text.slice(0, 200) || `Status ${status}`,
      facts: {},
    };
  }
  if (body.ok === true) return { status, ok: true, result: body.result as A, message: body.message ?? '' };
  if (body.refusal !== undefined) return { status, ok: false, ...body.refusal };
  return { status, ok: false, code: 'ERROR', message: body.error?.message ?? text.slice(0, 200), facts: {} };
}

/** Nodes of a connection, all pages of it. */
export async function readAll<T>(
  client: WorkspaceClient,
  plural: string,
  type: string,
  selection: string,
  filter: Record<string, unknown> = {},
): Promise<T[]> {
  const nodes: T[] = [];
  for (let after: string | null = null; ; ) {
    const document = `query ($filter: ${type}FilterInput, $after: String) {
      ${plural}(filter: $filter, first: 200, after: $after) { edges { node { ${selection} } } pageInfo { hasNextPage endCursor } } }`;
    const data: Record<
      string,
      { edges: { node: T }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
    > = await client.graphql(document, { filter, after });
    const page = data[plural];
    if (page === undefined) throw new Error(`No answer for ${plural}`);
    nodes.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return nodes;
    after = page.pageInfo.endCursor;
  }
}
