/** Reads over Twenty's GraphQL API with the rights of the signed-in user. */
import { ApiFailure, type FailureKind } from './failure.ts';
import { type Answer, graphqlUrl, postJson } from './host.ts';

type GraphqlError = { message?: string; extensions?: { code?: string } };
type GraphqlBody = { data?: unknown; errors?: GraphqlError[] } | null;

const KIND_OF_CODE: Record<string, FailureKind> = {
  UNAUTHENTICATED: 'NOT_SIGNED_IN',
  FORBIDDEN: 'NO_RIGHT',
};

function errorsOf(answer: Answer): GraphqlError[] {
  return (answer.body as GraphqlBody)?.errors ?? [];
}

function isExpired(answer: Answer): boolean {
  return errorsOf(answer).some((error) => error.extensions?.code === 'UNAUTHENTICATED');
}

/** Resolves to `data`. @throws ApiFailure */
export async function query<T>(document: string): Promise<T> {
  const { data, failure } = await readPartly<T>(document);
  if (failure !== null) throw failure;
  return data;
}

/**
 * Resolves to `data` as far as the server gives it: a root field that failed is null in it, and the first failure
 * stands beside it. @throws ApiFailure when there is no data at all
 */
export async function readPartly<T>(document: string): Promise<{ data: T; failure: ApiFailure | null }> {
  const answer = await postJson(graphqlUrl(), { query: document }, { isExpired }).catch((error: unknown) => {
    throw new ApiFailure('OFFLINE', String(error));
  });
  const failure = failureOf(errorsOf(answer));
  const data = (answer.body as GraphqlBody)?.data;
  if (answer.status === 401) throw failure ?? new ApiFailure('NOT_SIGNED_IN', 'HTTP 401');
  if (answer.status === 403) throw failure ?? new ApiFailure('NO_RIGHT', 'HTTP 403');
  if (data === undefined || data === null) throw failure ?? new ApiFailure('BROKEN', `HTTP ${answer.status}`);
  return { data: data as T, failure };
}

/** The one to tell: what is broken before what is only not allowed. */
function failureOf(errors: readonly GraphqlError[]): ApiFailure | null {
  const failures = errors.map(
    ({ extensions, message }) =>
      new ApiFailure(
        KIND_OF_CODE[extensions?.code ?? ''] ?? 'BROKEN',
        message ?? 'The server gave no reason.',
      ),
  );
  return failures.find(({ kind }) => kind !== 'NO_RIGHT') ?? failures[0] ?? null;
}

/** A value as a GraphQL literal; JSON's string escapes are GraphQL's too. */
export function literal(value: string | number | boolean): string {
  return JSON.stringify(value);
}

export type Connection<T> = {
  edges: { node: T }[];
  pageInfo?: { hasNextPage: boolean; endCursor: string | null };
  totalCount?: number;
};

export function nodes<T>(connection: Connection<T>): T[] {
  return connection.edges.map((edge) => edge.node);
}

/** Twenty gives at most 200 records at once. */
export const PAGE_SIZE = 200;
const MAX_PAGES = 100;

export type ListSpec = { root: string; fields: string; filter?: string; orderBy?: string };

/** One root field of a document, with what paging needs. */
export function listField(spec: ListSpec, after: string | null = null): string {
  const args = [
    `first: ${PAGE_SIZE}`,
    spec.filter === undefined ? '' : `filter: ${spec.filter}`,
    spec.orderBy === undefined ? '' : `orderBy: ${spec.orderBy}`,
    after === null ? '' : `after: ${literal(after)}`,
  ].filter((arg) => arg !== '');
  return `${spec.root}(${args.join(', ')}) { edges { node { ${spec.fields} } } pageInfo { hasNextPage endCursor } totalCount }`;
}

/** All records page by page, starting from a page already read. `onPage` hears how far it got. */
export async function allPages<T>(
  spec: ListSpec,
  firstPage?: Connection<T>,
  onPage?: (read: number, total: number) => void,
): Promise<T[]> {
  const found: T[] = [];
  let page = firstPage ?? (await readPage<T>(spec, null));
  for (let read = 1; ; read += 1) {
    found.push(...nodes(page));
    onPage?.(found.length, page.totalCount ?? found.length);
    if (page.pageInfo?.hasNextPage !== true || read === MAX_PAGES) return found;
    page = await readPage<T>(spec, page.pageInfo.endCursor);
  }
}

async function readPage<T>(spec: ListSpec, after: string | null): Promise<Connection<T>> {
  const data = await query<Record<string, Connection<T>>>(`query { ${listField(spec, after)} }`);
  const page = data[spec.root];
  if (page === undefined) throw new ApiFailure('BROKEN', `No ${spec.root} in the answer.`);
  return page;
}
