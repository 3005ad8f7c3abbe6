/** The caller of the command line: a lost or postponed answer is asked for again under the same request id. */
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workspaceClient } from '#scripts/shared/workspace-client.ts';

const URL_OF_WORKSPACE = 'http://workspace.test';
const answers: (() => Response)[] = [];
const requestIds: string[] = [];
const server = setupServer(
  http.post(`${URL_OF_WORKSPACE}/s/keyturn/deal/reserve-unit`, async ({ request }) => {
    requestIds.push(((await request.json()) as { requestId: string }).requestId);
    return answers.shift()?.() ?? HttpResponse.error();
  }),
);

beforeAll(() => server.listen());
afterAll(() => server.close());

const done = () => HttpResponse.json({ ok: true, result: { reservationId: 'r' }, message: 'Reserved.' });

describe('the command client', () => {
  it.each([
    ['an empty answer, as a busy server gives now and then', () => new Response('', { status: 200 })],
    ['a cut connection', () => HttpResponse.error()],
  ])('after %s it sends the same request again', async (_, lost) => {
    requestIds.length = 0;
    answers.push(lost, done);
    const client = workspaceClient(URL_OF_WORKSPACE, 'token');
    const answer = await client.command('deal', 'reserve-unit', { requestId: 'request-1' });
    expect(answer).toMatchObject({ ok: true, result: { reservationId: 'r' } });
    expect(requestIds).toEqual(['request-1', 'request-1']);
  });

  it('a refusal is an answer: it is not sent again', async () => {
    requestIds.length = 0;
    const refusal = { code: 'UNIT_TAKEN', message: 'Taken.', facts: { holder: 'Lin' } };
    answers.push(() => HttpResponse.json({ ok: false, refusal }, { status: 409 }));
    const answer = await workspaceClient(URL_OF_WORKSPACE, 'token').command('deal', 'reserve-unit', {
      requestId: 'request-2',
    });
    expect(answer).toEqual({ status: 409, ok: false, ...refusal });
    expect(requestIds).toEqual(['request-2']);
  });
});
