import { expect, test } from 'vitest';
import type { Running } from '#tests/contract/running.ts';
import type { Loose } from '#tests/workspace/api-client.ts';

const NO_COMMAND = '/s/keyturn/deal/no-such-command';
const COMMAND = '/s/keyturn/deal/reserve-unit';
const JSON_TYPE = 'application/json';

/** What Twenty does with a request before a route's function sees it, on our own open routes. */
export function routesContract(running: Running): void {
  const post = (path: string, body: string, headers: Record<string, string>) =>
    fetch(`${running.session.url}${path}`, {
      method: 'POST',
      headers,
      // As bytes, or fetch would name a type by itself.
      body: new TextEncoder().encode(body),
    });

  /** The field our command finds wrong shows what it was given. */
  const fieldMissed = async (body: string, type?: string): Promise<Loose> => {
    const authorization = `Bearer ${running.session.token}`;
    const headers = { authorization, ...(type === undefined ? {} : { 'content-type': type }) };
    return (await (await post(COMMAND, body, headers)).json()).refusal.facts;
  };

  test.each([
    ['no JSON', '{bad'],
    ['a bare number', '5'],
    ['nothing but spaces', '  '],
  ])('a JSON body that is %s is refused before a route is even looked for', async (_, body) => {
    const response = await post('/s/keyturn/no/such/route', body, { 'content-type': JSON_TYPE });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: 'Bad Request', statusCode: 400 });
  });

  test('JSON in another alphabet than Unicode is refused as a failure of the server', async () => {
    const response = await post(NO_COMMAND, '{}', { 'content-type': `${JSON_TYPE}; charset=gbk` });
    expect([response.status, await response.json()]).toEqual([500, 'unsupported charset "GBK"']);
  });

  test('a body of more than 10 MiB is refused as a failure of the server', async () => {
    const body = JSON.stringify({ much: 'x'.repeat(10 * 1024 * 1024) });
    const response = await post(NO_COMMAND, body, { 'content-type': JSON_TYPE });
    expect([response.status, await response.json()]).toEqual([500, 'request entity too large']);
  });

  test('plain text of more than 1 MiB is refused the same way', async () => {
    const response = await post(NO_COMMAND, 'x'.repeat(1024 * 1024 + 1), { 'content-type': 'text/plain' });
    expect([response.status, await response.json()]).toEqual([500, 'request entity too large']);
  });

  test('JSON, forms and plain text reach the function, whatever else is sent does not', async () => {
    const tooShort = { field: 'requestId', problem: 'must have at least 8 characters' };
    expect(await fieldMissed('{"requestId":"abc"}', JSON_TYPE)).toEqual(tooShort);
    expect(await fieldMissed('requestId=abc', 'application/x-www-form-urlencoded')).toEqual(tooShort);
    expect(await fieldMissed('{"requestId":"abc"}', 'text/plain')).toEqual(tooShort);
    expect(await fieldMissed('', JSON_TYPE)).toMatchObject({ field: 'requestId', problem: 'is missing' });
    for (const type of ['application/xml', 'application/octet-stream', undefined]) {
      expect(await fieldMissed('{"requestId":"abc"}', type)).toMatchObject({ field: 'request' });
    }
  });

  test('forwarded headers and path parameters arrive, and the path knows no case', async () => {
    const response = await post('/s/KEYTURN/deal/%E5%BC%A0%2F1', '{}', {
      'content-type': JSON_TYPE,
      'Accept-Language': 'zh-CN',
    });
    const { refusal } = await response.json();
    expect(response.status).toBe(404);
    expect(refusal.facts).toEqual({ what: 'command', id: '张/1' });
    expect(refusal.message).toContain('找不到');
  });

  test('a route answers one method only', async () => {
    const response = await fetch(`${running.session.url}${NO_COMMAND}`);
    expect([response.status, (await response.json()).code]).toEqual([404, 'TRIGGER_NOT_FOUND']);
  });

  test('a page of any origin may call a route with a token', async () => {
    const response = await fetch(`${running.session.url}${NO_COMMAND}`, {
      method: 'OPTIONS',
      headers: {
        origin: 'null',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
  });
}
