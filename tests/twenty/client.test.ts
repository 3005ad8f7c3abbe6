import { HttpResponse } from 'msw';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  asError,
  ConnectionCut,
  dataOrThrow,
  isDuplicate,
  type TwentyClient,
  TwentyError,
  twentyClient,
} from '#twenty/client.ts';
import { type Asked, DUPLICATE, SmallTwenty, URL_OF_TWENTY } from './small-twenty.ts';

let twenty: SmallTwenty;
let client: TwentyClient;

beforeAll(() => {
  twenty = new SmallTwenty();
  twenty.server.listen({ onUnhandledRequest: 'error' });
});
beforeEach(() => {
  client = twentyClient(URL_OF_TWENTY, 'token-of-the-application');
});
afterEach(() => {
  twenty.requests.length = 0;
  twenty.instead = null;
});
afterAll(() => twenty.server.close());

const ASK = 'query { keyturnUnits(first: 1) { totalCount } }';
const answerWith = (answer: () => Response) => {
  twenty.instead = answer;
};

describe('a request to Twenty', () => {
  it('carries the document, its variables and the token', async () => {
    answerWith(() => HttpResponse.json({ data: { ok: true } }));
    await client.graphql('query ($id: UUID!) { one(id: $id) { id } }', { id: '1' });
    await client.metadata('query { currentUser { id } }');
    expect(twenty.requests).toEqual<Asked[]>([
      {
        path: '/graphql',
        query: 'query ($id: UUID!) { one(id: $id) { id } }',
        variables: { id: '1' },
        token: 'token-of-the-application',
      },
      {
        path: '/metadata',
        query: 'query { currentUser { id } }',
        variables: {},
        token: 'token-of-the-application',
      },
    ]);
  });

  it('brings data and errors back side by side, without judging them', async () => {
    const body = {
      data: { createCompany: null, createNote: { id: '1' } },
      errors: [{ message: DUPLICATE, extensions: { code: 'BAD_USER_INPUT', conflictingRecordId: '2' } }],
    };
    answerWith(() => HttpResponse.json(body));
    expect(await client.graphql(ASK, {})).toEqual(body);
  });

  it('refused as a whole has errors and no data', async () => {
    const errors = [{ message: 'Token invalid.', extensions: { code: 'UNAUTHENTICATED' } }];
    answerWith(() => HttpResponse.json({ errors }, { status: 401 }));
    expect(await client.graphql(ASK, {})).toEqual({ data: null, errors });
  });
});

describe('an answer that is none', () => {
  it.each([
    ['a page of a proxy', '<html><body>502 Bad Gateway</body></html>', 502],
    ['nothing', '', 200],
    ['half a JSON', '{"data":{"createKeyturnUnits":[{"id"', 200],
  ])('%s is an error that says so, with the status', async (_name, body, status) => {
    answerWith(() => new HttpResponse(body, { status }));
    const asked = client.graphql(ASK, {});
    await expect(asked).rejects.toBeInstanceOf(TwentyError);
    await expect(asked).rejects.toThrow(`Twenty answered with status ${status} and no JSON`);
  });

  it.each(['before', 'after'] as const)('a connection cut %s the work is known as such', async (cut) => {
    twenty.cut = cut;
    const asked = client.graphql(ASK, {});
    await expect(asked).rejects.toBeInstanceOf(ConnectionCut);
    await expect(asked).rejects.toHaveProperty('cause');
  });

  it('an answer that breaks off in the middle is a cut connection too', async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"data":'));
        controller.error(new Error('socket hang up'));
      },
    });
    answerWith(() => new HttpResponse(broken));
    await expect(client.graphql(ASK, {})).rejects.toBeInstanceOf(ConnectionCut);
  });

  it('nothing is sent a second time: whether it was done is for a command to find out', async () => {
    twenty.cut = 'after';
    await client.graphql(ASK, {}).catch(() => undefined);
    expect(twenty.requests).toHaveLength(1);
  });
});

describe('what Twenty says went wrong', () => {
  it('a broken unique key is known by its sentence', () => {
    expect(isDuplicate({ message: DUPLICATE, extensions: { code: 'BAD_USER_INPUT' } })).toBe(true);
    expect(isDuplicate({ message: 'Duplicate root resolver', extensions: { code: 'BAD_USER_INPUT' } })).toBe(
      false,
    );
  });

  it.each([
    [{ message: 'Not allowed', extensions: { code: 'FORBIDDEN' } }, 'FORBIDDEN'],
    [{ message: 'Boom' }, 'INTERNAL_SERVER_ERROR'],
    [{ message: 'Boom', extensions: {} }, 'INTERNAL_SERVER_ERROR'],
  ])('%j becomes an error with a code', (failure, code) => {
    expect(asError(failure)).toMatchObject({ message: failure.message, code });
  });

  it('data with an error beside it is not taken for data', () => {
    const answer = { data: { keyturnUnits: {} }, errors: [{ message: 'Boom' }] };
    expect(() => dataOrThrow(answer)).toThrow('Boom');
  });

  it('neither data nor error is an error', () => {
    expect(() => dataOrThrow({ data: null, errors: [] })).toThrow('Twenty answered without data');
  });
});
