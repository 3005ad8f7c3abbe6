/**
 * The deploy's road to a server: reads that are repeated when the network fails, changes that are
 * sent once, and patience when the server counts requests. The key never appears in a message.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ClientError, GraphQLClient, type Variables } from 'graphql-request';

/** The server could not be reached, or answered without GraphQL. */
export class ServerUnreachable extends Error {
  override readonly name = 'ServerUnreachable';
}

/** The server answered with an error of its own. */
export class ServerRefused extends Error {
  override readonly name = 'ServerRefused';

  constructor(
    message: string,
    readonly code: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }

  get isMissingRight(): boolean {
    return /permission|forbidden resource/i.test(this.message);
  }

  get isWrongKey(): boolean {
    return (
      this.code === 'UNAUTHENTICATED' ||
      /token (is )?(invalid|expired)|jwt|unauthenticated/i.test(this.message)
    );
  }
}

export type Waiting = (seconds: number) => Promise<void>;

const READ_ATTEMPTS = 3;
const READ_TIMEOUT_MS = 60_000;
/** API keys are limited per minute, so a little more than a minute of waiting is enough. */
const LIMIT_PAUSE_SECONDS = 10;
const LIMIT_PAUSES = 8;

export class TwentyServer {
  readonly #client: GraphQLClient;

  constructor(
    /** Scheme, host and port, without a slash at its end. */
    readonly url: string,
    readonly apiKey: string,
    readonly wait: Waiting = (seconds) => sleep(seconds * 1000),
  ) {
    this.#client = new GraphQLClient(`${url}/metadata`, { headers: { authorization: `Bearer ${apiKey}` } });
  }

  /** A query, or a mutation that changes nothing. @throws ServerUnreachable, ServerRefused */
  async read<T>(document: string, variables: Variables = {}): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.change<T>(document, variables, READ_TIMEOUT_MS);
      } catch (error) {
        // A busy server gives its own queries ten seconds and then says so: that is worth asking again, too.
        const isSlow = error instanceof ServerRefused && /timeout/i.test(error.message);
        if (!(error instanceof ServerUnreachable || isSlow) || attempt === READ_ATTEMPTS) throw error;
        await this.wait(isSlow ? attempt * 5 : attempt);
      }
    }
  }

  /** Sent once; only a request that the server turned away unread is sent again. */
  async change<T>(document: string, variables: Variables, timeoutMs: number): Promise<T> {
    for (let pause = 0; ; pause++) {
      try {
        return await this.#client.request<T>({ document, variables, signal: AbortSignal.timeout(timeoutMs) });
      } catch (error) {
        const problem = asProblem(error, this.apiKey);
        const isLimit =
          problem instanceof ServerRefused && /limit reached|too many requests/i.test(problem.message);
        if (!isLimit || pause === LIMIT_PAUSES) throw problem;
        await this.wait(LIMIT_PAUSE_SECONDS);
      }
    }
  }

  /** A file upload as GraphQL takes it (graphql-request has no form of its own for one). */
  async upload(document: string, file: Blob, variables: Variables = {}): Promise<void> {
    const form = new FormData();
    form.set('operations', JSON.stringify({ query: document, variables: { ...variables, file: null } }));
    form.set('map', JSON.stringify({ 0: ['variables.file'] }));
    form.set('0', file, 'package.tgz');
    const body = await this.fetchJson('/metadata', {
      method: 'POST',
      headers: { authorization: `Bearer ${this.apiKey}`, 'x-graphql-upload': '1' },
      body: form,
    });
    const [failure] = (body as { errors?: GraphQLFailure[] }).errors ?? [];
    if (failure !== undefined) throw refusedBy(failure, this.apiKey);
  }

  /** @throws ServerUnreachable when no JSON comes back. */
  async fetchJson(path: string, init: RequestInit = {}): Promise<unknown> {
    try {
      const response = await fetch(`${this.url}${path}`, {
        ...init,
        signal: AbortSignal.timeout(READ_TIMEOUT_MS),
      });
      return await response.json();
    } catch (error) {
      throw new ServerUnreachable(causeOf(error));
    }
  }
}

type GraphQLFailure = { message: string; extensions?: Record<string, unknown> };

function asProblem(error: unknown, apiKey: string): Error {
  if (!(error instanceof ClientError)) return new ServerUnreachable(causeOf(error));
  const [failure] = error.response.errors ?? [];
  if (failure === undefined) return new ServerUnreachable(`status ${error.response.status}`);
  return refusedBy({ message: failure.message, extensions: failure.extensions }, apiKey);
}

function refusedBy(failure: GraphQLFailure, apiKey: string): ServerRefused {
  const extensions = failure.extensions ?? {};
  const code = String(extensions.subCode ?? extensions.code ?? 'UNKNOWN');
  return new ServerRefused(failure.message.replaceAll(apiKey, '…'), code, extensions);
}

/** `fetch failed` says nothing; its cause says ECONNREFUSED. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) return 'code' in cause && cause.code ? String(cause.code) : cause.message;
  return error.name === 'TimeoutError' ? 'no answer in time' : error.message;
}
