/**
 * The one way to Twenty's API: a POST with a token. Nothing is sent twice from here: a cut
 * connection says nothing about whether a write happened, and only a command knows how to find out.
 */

export type GraphQLFailure = {
  message: string;
  extensions?: { code?: string; conflictingRecordId?: string; conflictingObjectNameSingular?: string };
};

export type GraphQLAnswer = { data: Record<string, unknown> | null; errors: GraphQLFailure[] };

/** Twenty refused the request; `code` is its own, e.g. FORBIDDEN or BAD_USER_INPUT. */
export class TwentyError extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

/** No answer came, so whether anything was written is unknown. */
export class ConnectionCut extends Error {}

export type TwentyClient = {
  graphql(document: string, variables: Record<string, unknown>): Promise<GraphQLAnswer>;
  metadata(document: string, variables?: Record<string, unknown>): Promise<GraphQLAnswer>;
};

const TIMEOUT_MS = 60_000;

export function twentyClient(url: string, token: string): TwentyClient {
  const post = async (path: string, query: string, variables: Record<string, unknown> = {}) => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((cause: unknown) => {
      throw new ConnectionCut(`No answer from ${path}`, { cause });
    });
    const body = await response.text().catch((cause: unknown) => {
      throw new ConnectionCut(`The answer from ${path} broke off`, { cause });
    });
    return parseAnswer(body, response.status);
  };
  return {
    graphql: (document, variables) => post('/graphql', document, variables),
    metadata: (document, variables) => post('/metadata', document, variables),
  };
}

function parseAnswer(body: string, status: number): GraphQLAnswer {
  let parsed: Partial<GraphQLAnswer>;
  try {
    parsed = JSON.parse(body) as Partial<GraphQLAnswer>;
  } catch {
    throw new TwentyError(`Twenty answered with status ${status} and no JSON`, 'INTERNAL_SERVER_ERROR');
  }
  const answer = { data: parsed.data ?? null, errors: parsed.errors ?? [] };
  // A gateway or framework may answer in JSON of its own: that is no GraphQL, and nothing was done for sure.
  if (answer.data === null && answer.errors.length === 0) {
    throw new TwentyError(`Twenty answered with status ${status} and no data`, 'INTERNAL_SERVER_ERROR');
  }
  return answer;
}

/** Twenty tells a broken unique key by this sentence only; it has no code of its own. */
export function isDuplicate(failure: GraphQLFailure): boolean {
  return failure.message === 'A duplicate entry was detected';
}

/** @throws TwentyError for the first failure, when there is one. */
export function dataOrThrow(answer: GraphQLAnswer): Record<string, unknown> {
  const [failure] = answer.errors;
  if (failure !== undefined) throw asError(failure);
  if (answer.data === null) throw new TwentyError('Twenty answered without data', 'INTERNAL_SERVER_ERROR');
  return answer.data;
}

export function asError(failure: GraphQLFailure): TwentyError {
  return new TwentyError(failure.message, failure.extensions?.code ?? 'INTERNAL_SERVER_ERROR');
}
