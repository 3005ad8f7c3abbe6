/** What reaches a route's function of a request, and what of its answer comes back: as seen on Twenty 2.21. */
import { createHash, createHmac } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkspace, type Workspace } from '#scripts/workspace/index.ts';
import type { Loose } from '#tests/workspace/api-client.ts';
import { type SmallFunction, writeSmallBuild } from '#tests/workspace/small-build.ts';

const route = (path: string, httpMethod: 'GET' | 'POST') => ({
  path,
  httpMethod,
  isAuthRequired: false,
  forwardedRequestHeaders: ['x-keyturn-signature'],
});

const FUNCTIONS: SmallFunction[] = [
  { name: 'hook', httpRouteTriggerSettings: route('/pay/:shop', 'POST'), code: 'return event;' },
  { name: 'look', httpRouteTriggerSettings: route('/look/:what', 'GET'), code: 'return event;' },
  {
    name: 'answer',
    httpRouteTriggerSettings: route('/answer', 'GET'),
    code: `
      const { kind, size = '9' } = event.queryStringParameters;
      const bytes = Buffer.alloc(Number(size), 0xe9);
      const body = { bytes, base64: bytes.toString('base64'), latin: bytes.toString('latin1'), text: 'x'.repeat(Number(size)) }[kind];
      return { __twentyHttpResponse: true, status: 200, body, headers: { 'content-type': 'application/pdf' } };`,
  },
];

let workspace: Workspace;
let build: Awaited<ReturnType<typeof writeSmallBuild>>;

beforeAll(async () => {
  build = await writeSmallBuild({ functions: FUNCTIONS });
  workspace = await openWorkspace({ outputDir: build.outputDir });
});

afterAll(async () => {
  await workspace.close();
  await build.remove();
});

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

async function send(body: string | Uint8Array<ArrayBuffer>, type?: string, headers = {}): Promise<Loose> {
  const response = await fetch(`${workspace.url}/s/pay/7`, {
    method: 'POST',
    headers: { ...(type === undefined ? {} : { 'content-type': type }), ...headers },
    // As bytes, or fetch would name a type by itself.
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  });
  return { status: response.status, answer: await response.json() };
}

const heard = async (...sent: Parameters<typeof send>) => (await send(...sent)).answer;

test.each([
  ['JSON', '{ "b" : 1,\n\t"n":  1.10, "名":"张三😀" }\r\n', JSON_TYPE],
  ['a JSON list', '[1 , 2]', JSON_TYPE],
  ['JSON behind a byte order mark', '\ufeff{"a":1}', JSON_TYPE],
  ['a form', 'a=1&b=x+y&e=%E5%BC%A0&a=3', FORM_TYPE],
  ['plain text', 'hello  wörld\n', 'text/plain'],
])('the raw text of %s is the very one that was sent', async (_, body, type) => {
  expect((await heard(body, type)).rawBody).toBe(body);
});

test('a signature over the raw text can be checked, with the header that carries it', async () => {
  const body = '{ "amount" : "100.00" }';
  const sign = (text: string) => createHmac('sha256', 'key').update(text).digest('hex');
  const event = await heard(body, JSON_TYPE, { 'X-Keyturn-Signature': sign(body), 'x-other': 'no' });
  expect(event.headers).toEqual({ 'x-keyturn-signature': sign(event.rawBody) });
});

test('text that is no UTF-8 is not what was sent', async () => {
  const sent = Buffer.from('{"x":"caf\xe9"}', 'latin1');
  expect(Buffer.from((await heard(sent, JSON_TYPE)).rawBody).equals(sent)).toBe(false);
});

test('the body is read by its type, and other types are not read at all', async () => {
  expect((await heard('a=1&b=x+y&c%5Bd%5D=2&l%5B%5D=5&a=3', FORM_TYPE)).body).toEqual({
    a: ['1', '3'],
    b: 'x y',
    c: { d: '2' },
    l: ['5'],
  });
  expect((await heard('{ "a": 1 }', 'text/plain')).body).toEqual({ a: 1 });
  expect((await heard('hello', 'text/plain')).body).toEqual({ raw: 'hello' });
  for (const type of ['application/xml', 'application/octet-stream', 'application/vnd.api+json', undefined]) {
    const event = await heard('{"a":1}', type);
    expect([event.body, event.rawBody]).toEqual([null, undefined]);
  }
});

test('an empty body is {} and no body is null', async () => {
  expect(await heard('', JSON_TYPE)).toMatchObject({ body: {}, rawBody: '' });
  const event = await new Promise<Loose>((resolve) => {
    request(`${workspace.url}/s/look/x`, (response) => {
      response.on('data', (chunk: Buffer) => resolve(JSON.parse(String(chunk))));
    }).end();
  });
  expect(event.body).toBeNull();
  expect('rawBody' in event).toBe(false);
});

test('a query parameter that comes twice is one text, and the path knows no case', async () => {
  const response = await fetch(`${workspace.url}/s/LOOK/A%2Fb?x=1&y=a+b&x=2&n[k]=v&flag`);
  const event = await response.json();
  expect(event.queryStringParameters).toEqual({ x: '1,2', y: 'a b', 'n[k]': 'v', flag: '' });
  expect(event.pathParameters).toEqual({ what: 'A/b' });
});

test('an answer is text: bytes become JSON or UTF-8, base64 stays what it is', async () => {
  const get = (kind: string) => fetch(`${workspace.url}/s/answer?kind=${kind}`);
  const bytes = Buffer.alloc(9, 0xe9);
  const asBytes = await get('bytes');
  expect(asBytes.headers.get('content-type')).toBe('application/pdf; charset=utf-8');
  expect(await asBytes.json()).toEqual({ type: 'Buffer', data: [...bytes] });
  const digest = (content: Buffer) => createHash('sha256').update(content).digest('hex');
  const latin = Buffer.from(await (await get('latin')).arrayBuffer());
  expect(digest(latin)).not.toBe(digest(bytes));
  expect(digest(Buffer.from(await (await get('base64')).text(), 'base64'))).toBe(digest(bytes));
});

test('a long answer is lost: its caller gets 200 and nothing', async () => {
  const get = (size: number) => fetch(`${workspace.url}/s/answer?kind=text&size=${size}`);
  expect((await (await get(100_000)).text()).length).toBe(100_000);
  const lost = await get(300_000);
  expect([lost.status, await lost.text()]).toEqual([200, '']);
});
