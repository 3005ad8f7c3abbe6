import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ServerRefused, ServerUnreachable, TwentyServer } from '#scripts/deploy/server.ts';
import { failure, URL_OF_FAKE } from './fake-twenty.ts';

const network = setupServer();
beforeAll(() => network.listen({ onUnhandledRequest: 'error' }));
afterAll(() => network.close());
afterEach(() => network.resetHandlers());

const METADATA = `${URL_OF_FAKE}/metadata`;
const QUERY = 'query { currentWorkspace { id } }';
const ANSWER = { data: { currentWorkspace: { id: '1' } } };

function connect() {
  const waits: number[] = [];
  const server = new TwentyServer(URL_OF_FAKE, 'secret-key', async (seconds) => {
    waits.push(seconds);
  });
  return { server, waits };
}

/** Answers with each of these in turn, then with the last one for ever. */
function answerWith(...answers: (() => Response)[]): () => number {
  let calls = 0;
  network.use(
    http.post(METADATA, () => {
      const answer = answers[Math.min(calls, answers.length - 1)];
      calls++;
      return answer?.() ?? HttpResponse.error();
    }),
  );
  return () => calls;
}

const limited = () => HttpResponse.json(failure('Limit reached (100 tokens per 60000 ms)'));
const good = () => HttpResponse.json(ANSWER);
const cut = () => HttpResponse.error();

it('a read is repeated when the network fails', async () => {
  const calls = answerWith(cut, cut, good);
  const { server } = connect();
  expect(await server.read(QUERY)).toEqual(ANSWER.data);
  expect(calls()).toBe(3);
});

it('a read is repeated when a busy server runs out of its own time, and not without end', async () => {
  const slow = () => HttpResponse.json(failure('Query read timeout'));
  const calls = answerWith(slow, slow, good);
  const { server, waits } = connect();
  expect(await server.read(QUERY)).toEqual(ANSWER.data);
  expect(calls()).toBe(3);
  expect(waits).toEqual([5, 10]);
  answerWith(slow);
  await expect(connect().server.read(QUERY)).rejects.toThrow('Query read timeout');
});

it('a change is sent once', async () => {
  const calls = answerWith(cut, good);
  await expect(connect().server.change(QUERY, {}, 1000)).rejects.toThrow(ServerUnreachable);
  expect(calls()).toBe(1);
});

it('a server that counts requests is waited for', async () => {
  answerWith(limited, limited, good);
  const { server, waits } = connect();
  expect(await server.read(QUERY)).toEqual(ANSWER.data);
  expect(waits).toEqual([10, 10]);
});

it('it is not waited for without end', async () => {
  const calls = answerWith(limited);
  await expect(connect().server.change(QUERY, {}, 1000)).rejects.toThrow('Limit reached');
  expect(calls()).toBe(9);
});

it('a refusal keeps its code and loses the key', async () => {
  answerWith(() =>
    HttpResponse.json(failure('secret-key may not', { subCode: 'PERMISSION_DENIED', code: 'FORBIDDEN' })),
  );
  const refusal = await connect()
    .server.read(QUERY)
    .catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ServerRefused);
  expect(refusal).toMatchObject({ code: 'PERMISSION_DENIED', message: '… may not' });
});

it('an answer that is no GraphQL is no answer', async () => {
  answerWith(
    () => new HttpResponse('<h1>502</h1>', { status: 502, headers: { 'content-type': 'text/html' } }),
  );
  await expect(connect().server.read(QUERY)).rejects.toThrow(ServerUnreachable);
});
