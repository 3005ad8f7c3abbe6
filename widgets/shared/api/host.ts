/** Where a widget runs: addresses and the token that the host put into the sandbox. */
type HostApi = { requestAccessTokenRefresh?: () => Promise<string> };

function setting(name: string): string {
  // `process` is set by the host, not by Node: a page that lacks it must not crash the widget.
  return typeof process === 'undefined' ? '' : (process.env[name] ?? '');
}

export function graphqlUrl(): string {
  return `${setting('TWENTY_API_URL')}/graphql`;
}

/** What the workspace is made of: objects, front components. */
export function metadataUrl(): string {
  return `${setting('TWENTY_API_URL')}/metadata`;
}

/** Self-hosted servers without a functions domain leave TWENTY_FUNCTIONS_URL empty. */
export function commandUrl(command: string): string {
  return `${setting('TWENTY_FUNCTIONS_URL') || `${setting('TWENTY_API_URL')}/s`}/keyturn/${command}`;
}

/** Servers name their files with or without their own address. */
export function fileUrl(url: string): string {
  return url.startsWith('/') ? `${setting('TWENTY_API_URL')}${url}` : url;
}

/** Asks the host for a new token: a board on the wall outlives the one it was started with. */
async function refreshToken(): Promise<boolean> {
  const host = (globalThis as { frontComponentHostCommunicationApi?: HostApi })
    .frontComponentHostCommunicationApi;
  const token = await host?.requestAccessTokenRefresh?.().catch(() => undefined);
  if (token === undefined || token === '') return false;
  process.env.TWENTY_APP_ACCESS_TOKEN = token;
  return true;
}

export type Answer = { status: number; body: unknown };

type PostOptions = { headers?: Record<string, string>; isExpired?: (answer: Answer) => boolean };

/**
 * Posts JSON as the signed-in user; an expired token is renewed once. Rejects when the network fails.
 * `isExpired` recognises an expired session where the status does not say it (GraphQL answers 200).
 */
export async function postJson(url: string, payload: unknown, options: PostOptions = {}): Promise<Answer> {
  const { headers = {}, isExpired = () => false } = options;
  const answer = await post(url, payload, headers);
  if (answer.status !== 401 && !isExpired(answer)) return answer;
  return (await refreshToken()) ? post(url, payload, headers) : answer;
}

async function post(url: string, payload: unknown, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${setting('TWENTY_APP_ACCESS_TOKEN')}`,
      ...headers,
    },
    body: JSON.stringify(payload),
  });
  const text = await response.text();
  try {
    return { status: response.status, body: JSON.parse(text) };
  } catch {
    return { status: response.status, body: null };
  }
}
