import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiFailure } from '#widgets/shared/api/failure.ts';
import { allPages, query } from '#widgets/shared/api/graphql.ts';
import { requestKeeper } from '#widgets/shared/api/request-keeper.ts';
import { newRequestId, runCommand } from '#widgets/shared/api/run-command.ts';

type Sent = { url: string; headers: Record<string, string>; body: Record<string, unknown> };

let sent: Sent[];

/** Answers one after the other; an Error is a lost connection. */
function answerWith(...answers: (Error | [status: number, body: unknown])[]) {
  vi.stubGlobal('fetch', async (url: string, init: { headers: Record<string, string>; body: string }) => {
    sent.push({ url, headers: init.headers, body: JSON.parse(init.body) as Record<string, unknown> });
    const answer = answers[sent.length - 1] ?? answers.at(-1);
    if (answer === undefined || answer instanceof Error) throw answer ?? new Error('no answer');
    return Response.json(answer[1], { status: answer[0] });
  });
}

beforeEach(() => {
  sent = [];
  vi.stubEnv('TWENTY_API_URL', 'https://crm.test');
  vi.stubEnv('TWENTY_APP_ACCESS_TOKEN', 'first');
  vi.stubEnv('TWENTY_FUNCTIONS_URL', '');
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  Reflect.deleteProperty(globalThis, 'frontComponentHostCommunicationApi');
});

const cancel = (requestId = 'r-1') =>
  runCommand(
    'deal/cancel-reservation',
    { reservationId: 'x', reason: 'Moved' },
    { requestId, locale: 'zh-CN' },
  );

describe('a command', () => {
  it('is posted to the function with its request id, the token and the language', async () => {
    answerWith([200, { ok: true, result: { a: 1 }, message: 'Cancelled.' }]);
    expect(await cancel()).toEqual({ kind: 'DONE', message: 'Cancelled.', result: { a: 1 } });
    expect(sent[0]?.url).toBe('https://crm.test/s/keyturn/deal/cancel-reservation');
    expect(sent[0]?.headers).toMatchObject({ authorization: 'Bearer first', 'accept-language': 'zh-CN' });
    expect(sent[0]?.body).toEqual({ requestId: 'r-1', reservationId: 'x', reason: 'Moved' });
  });

  it('goes to the functions domain where there is one', async () => {
    vi.stubEnv('TWENTY_FUNCTIONS_URL', 'https://functions.test');
    answerWith([200, { ok: true, result: {}, message: '' }]);
    await cancel();
    expect(sent[0]?.url).toBe('https://functions.test/keyturn/deal/cancel-reservation');
  });

  it('is sent once more with the same id when the connection is lost', async () => {
    answerWith(new TypeError('lost'), [200, { ok: true, result: {}, message: 'Cancelled.' }]);
    expect((await cancel('r-7')).kind).toBe('DONE');
    expect(sent.map(({ body }) => body.requestId)).toEqual(['r-7', 'r-7']);
  });

  it('is of unknown outcome when the connection stays lost or the server breaks', async () => {
    answerWith(new TypeError('lost'));
    expect(await cancel()).toMatchObject({ kind: 'UNKNOWN', isOffline: true });
    expect(sent).toHaveLength(2);
    answerWith([500, { ok: false, error: { message: 'Disk full', retry: true } }]);
    expect(await cancel()).toMatchObject({ kind: 'UNKNOWN', isOffline: false, message: 'Disk full' });
  });

  it('that is refused brings the code, the sentence and the facts', async () => {
    const refusal = { code: 'RESERVATION_CLOSED', message: 'Closed already.', facts: { state: 'EXPIRED' } };
    answerWith([409, { ok: false, refusal }]);
    expect(await cancel()).toEqual({ kind: 'REFUSED', refusal });
  });

  it('without a right is a refusal even when the server says no more than 403', async () => {
    answerWith([403, null]);
    expect(await cancel()).toMatchObject({ kind: 'REFUSED', refusal: { code: 'NO_RIGHT' } });
  });

  it('renews an expired token once and goes on', async () => {
    vi.stubGlobal('frontComponentHostCommunicationApi', { requestAccessTokenRefresh: async () => 'second' });
    answerWith([401, null], [200, { ok: true, result: {}, message: '' }]);
    expect((await cancel()).kind).toBe('DONE');
    expect(sent.map(({ headers }) => headers.authorization)).toEqual(['Bearer first', 'Bearer second']);
  });
});

describe('the id of a request', () => {
  it('is a UUID even without a crypto library', () => {
    vi.stubGlobal('crypto', undefined);
    expect(newRequestId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('stays the same for the same input until there is an answer, and is new after it', () => {
    let count = 0;
    const keeper = requestKeeper(() => `id-${++count}`);
    expect([keeper.idFor({ a: 1 }), keeper.idFor({ a: 1 })]).toEqual(['id-1', 'id-1']);
    expect(keeper.idFor({ a: 2 })).toBe('id-2');
    keeper.answered();
    expect(keeper.idFor({ a: 2 })).toBe('id-3');
  });
});

describe('a query', () => {
  it.each([
    ['FORBIDDEN', 'NO_RIGHT'],
    ['UNAUTHENTICATED', 'NOT_SIGNED_IN'],
    ['INTERNAL_SERVER_ERROR', 'BROKEN'],
  ])('refused with %s fails as %s', async (code, kind) => {
    answerWith([200, { errors: [{ message: 'No', extensions: { code } }] }]);
    await expect(query('query { a }')).rejects.toMatchObject({ kind });
  });

  it('fails as offline when the connection is lost', async () => {
    answerWith(new TypeError('lost'));
    await expect(query('query { a }')).rejects.toThrowError(ApiFailure);
    await expect(query('query { a }')).rejects.toMatchObject({ kind: 'OFFLINE' });
  });

  it('of a list follows its pages to the end and says how far it is', async () => {
    const page = (ids: number[], hasNextPage: boolean) => ({
      data: {
        things: {
          edges: ids.map((id) => ({ node: id })),
          pageInfo: { hasNextPage, endCursor: `c${ids.at(-1)}` },
          totalCount: 3,
        },
      },
    });
    answerWith([200, page([1, 2], true)], [200, page([3], false)]);
    const progress: number[][] = [];
    const found = await allPages<number>({ root: 'things', fields: 'id' }, undefined, (...step) =>
      progress.push(step),
    );
    expect(found).toEqual([1, 2, 3]);
    expect(progress).toEqual([
      [2, 3],
      [3, 3],
    ]);
    expect(sent[1]?.body.query).toContain('after: "c2"');
  });
});
