/** Talks to a workspace over HTTP, which is all that the extension itself can do. */
export type ApiError = { message: string; extensions: Record<string, unknown> };
export type ApiAnswer = { data?: Record<string, unknown> | null; errors?: ApiError[] };

// biome-ignore lint/suspicious/noExplicitAny: answers are read freely in assertions
export type Loose = any;

export type Caller = (
  query: string,
  variables?: Record<string, unknown>,
  path?: 'graphql' | 'metadata',
) => Promise<Loose>;

/** Answers the whole body: `{ data, errors }`. */
export function callerFor(url: string, token: string | undefined): Caller {
  return async (query, variables = {}, path = 'graphql') => {
    const response = await fetch(`${url}/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Loose;
  };
}
