import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkspace, type Workspace } from '#scripts/workspace/index.ts';
import { type Caller, callerFor } from '#tests/workspace/api-client.ts';
import { type SmallFunction, writeSmallBuild } from '#tests/workspace/small-build.ts';

const FUNCTIONS: SmallFunction[] = [
  {
    name: 'echo',
    httpRouteTriggerSettings: {
      path: '/houses/:code/echo',
      httpMethod: 'POST',
      isAuthRequired: false,
      forwardedRequestHeaders: ['Authorization', 'x-kept'],
    },
    code: 'return { ...event, greeting: process.env.GREETING, functionsUrl: process.env.TWENTY_FUNCTIONS_URL };',
  },
  {
    name: 'teapot',
    httpRouteTriggerSettings: { path: '/teapot', httpMethod: 'GET', isAuthRequired: false },
    code: `return { __twentyHttpResponse: true, status: 418, body: { short: true },
      headers: { 'content-type': 'application/json', 'x-secret': 'no', 'retry-after': '7' } };`,
  },
  {
    name: 'explode',
    httpRouteTriggerSettings: { path: '/explode', httpMethod: 'GET', isAuthRequired: false },
    code: `throw new Error('boom');`,
  },
  {
    name: 'write-as-caller',
    httpRouteTriggerSettings: { path: '/write', httpMethod: 'POST', isAuthRequired: true },
    code: `return call('mutation($c: String){ createHouse(data: { code: $c }) { createdBy { source name } } }', { c: event.body.code });`,
  },
  {
    name: 'verify-caller',
    httpRouteTriggerSettings: {
      path: '/verify',
      httpMethod: 'POST',
      isAuthRequired: false,
      forwardedRequestHeaders: ['authorization'],
    },
    code: `
      const token = (event.headers.authorization ?? '').replace('Bearer ', '');
      const who = await call('{ currentUser { email workspaceMember { id } } }', {}, token, 'metadata');
      const wrote = await call('mutation { createPlot(data: { name: "by app" }) { createdBy { source name } } }');
      return { email: who.data?.currentUser?.email ?? null, createdBy: wrote.data.createPlot.createdBy };`,
  },
  {
    name: 'on-house-updated',
    databaseEventTriggerSettings: { eventName: 'house.updated', updatedFields: ['state', 'plotId'] },
    code: `
      const { before, after, updatedFields } = event.properties;
      await call('mutation($n: String){ createPlot(data: { name: $n }) { id } }',
        { n: ['event', event.name, before.state, after.state, updatedFields.join('+'), event.recordId === after.id].join(' ') });`,
  },
  {
    name: 'on-anything-destroyed',
    databaseEventTriggerSettings: { eventName: '*.destroyed' },
    code: `await call('mutation($n: String){ createPlot(data: { name: $n }) { id } }', { n: 'gone ' + event.properties.before.id });`,
  },
  {
    name: 'on-any-hold-event',
    databaseEventTriggerSettings: { eventName: 'hold.*' },
    code: `await call('mutation($n: String){ createPlot(data: { name: $n }) { id } }', { n: 'any ' + event.name });`,
  },
  {
    name: 'sweep',
    cronTriggerSettings: { pattern: '*/5 * * * *' },
    code: `return { swept: true, keys: Object.keys(event).length };`,
  },
];

let workspace: Workspace;
let build: Awaited<ReturnType<typeof writeSmallBuild>>;
let api: Caller;

beforeAll(async () => {
  build = await writeSmallBuild({ functions: FUNCTIONS });
  workspace = await openWorkspace({ outputDir: build.outputDir });
  api = callerFor(workspace.url, workspace.apiKey);
});

afterAll(async () => {
  await workspace.close();
  await build.remove();
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${workspace.url}/s${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const plotNames = async (prefix: string) => {
  const { data } = await api(
    'query($p: String){ plots(filter: { name: { startsWith: $p } }) { edges { node { name } } } }',
    { p: prefix },
  );
  return data.plots.edges.map((edge: { node: { name: string } }) => edge.node.name);
};

test('a route gets path, query, body and only the forwarded headers', async () => {
  const response = await post(
    '/houses/A%2F1/echo?tone=loud',
    { a: 1 },
    { 'x-kept': 'yes', 'x-dropped': 'no' },
  );
  const event = await response.json();
  expect(response.status).toBe(200);
  expect(event).toMatchObject({
    headers: { 'x-kept': 'yes' },
    pathParameters: { code: 'A/1' },
    queryStringParameters: { tone: 'loud' },
    body: { a: 1 },
    rawBody: '{"a":1}',
    isBase64Encoded: false,
    userWorkspaceId: null,
    greeting: 'hello',
    functionsUrl: '',
  });
  expect(event.requestContext.http.method).toBe('POST');
});

test('a Response keeps its status, body and the headers of the allow list', async () => {
  const response = await fetch(`${workspace.url}/s/teapot`);
  expect(response.status).toBe(418);
  expect(response.headers.get('retry-after')).toBe('7');
  expect(response.headers.get('x-secret')).toBeNull();
  expect(await response.json()).toEqual({ short: true });
});

test('a thrown error is answered with 500 and noted, and the next call works', async () => {
  const response = await fetch(`${workspace.url}/s/explode`);
  expect(response.status).toBe(500);
  expect((await response.json()).code).toBe('ROUTE_TRIGGER_USER_UNCAUGHT_ERROR');
  expect(workspace.functionErrors.at(-1)).toMatchObject({ functionName: 'explode', message: 'Error: boom' });
  expect((await fetch(`${workspace.url}/s/teapot`)).status).toBe(418);
});

test('a body that is no JSON never reaches the function', async () => {
  const response = await fetch(`${workspace.url}/s/houses/1/echo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{bad',
  });
  expect(response.status).toBe(400);
  expect((await response.json()).error).toBe('Bad Request');
});

test('an unknown route is answered with 404', async () => {
  const response = await fetch(`${workspace.url}/s/nothing`);
  expect(response.status).toBe(404);
  expect((await response.json()).code).toBe('TRIGGER_NOT_FOUND');
});

test('an authenticated route refuses strangers and writes as its caller', async () => {
  expect((await post('/write', { code: 'x' })).status).toBe(403);
  const ada = await post('/write', { code: 'by-ada' }, { authorization: `Bearer ${workspace.adminToken}` });
  expect((await ada.json()).data.createHouse.createdBy).toEqual({ source: 'MANUAL', name: 'Ada Admin' });
  const key = await post('/write', { code: 'by-key' }, { authorization: `Bearer ${workspace.apiKey}` });
  expect((await key.json()).data.createHouse.createdBy).toEqual({ source: 'APPLICATION', name: 'Small' });
});

test('an open route can verify its caller and still act as the application', async () => {
  const sam = workspace.members.find((member) => member.name === 'Sam Sales');
  const response = await post('/verify', {}, { authorization: `Bearer ${sam?.token}` });
  expect(await response.json()).toEqual({
    email: 'sam.sales@example.com',
    createdBy: { source: 'APPLICATION', name: 'Small' },
  });
  expect((await (await post('/verify', {})).json()).email).toBeNull();
});

test('an update of a watched field calls the function once with both images', async () => {
  const { data } = await api('mutation { createHouse(data: { code: "watched" }) { id } }');
  const id = data.createHouse.id;
  await api('mutation($id: UUID!){ updateHouse(id: $id, data: { area: 90 }) { id } }', { id });
  await api('mutation($id: UUID!){ updateHouse(id: $id, data: { state: HELD }) { id } }', { id });
  await workspace.settle();
  expect(await plotNames('event')).toEqual(['event house.updated AVAILABLE HELD state true']);
});

test('a guarded update that changes its own filter causes no event', async () => {
  const { data } = await api('mutation { createHouse(data: { code: "guarded" }) { id } }');
  const id = data.createHouse.id;
  const guard = `mutation($id: UUID!){ updateHouses(filter: { id: { eq: $id }, state: { eq: AVAILABLE } }, data: { state: SOLD }) { id state } }`;
  const before = (await plotNames('event')).length;
  expect((await api(guard, { id })).data.updateHouses).toEqual([{ id, state: 'SOLD' }]);
  expect((await api(guard, { id })).data.updateHouses).toEqual([]);
  await workspace.settle();
  expect((await plotNames('event')).length).toBe(before);
});

test('a wildcard event reaches every object', async () => {
  const { data } = await api('mutation { createCompany(data: { name: "Gone Ltd" }) { id } }');
  await api('mutation($id: UUID!){ destroyCompany(id: $id) { id } }', { id: data.createCompany.id });
  await workspace.settle();
  expect(await plotNames('gone')).toEqual([`gone ${data.createCompany.id}`]);
});

test('one write is one event: an upsert is a creation or an update', async () => {
  const write = 'mutation { createHold(data: { lockKey: "u", round: 1 }, upsert: true) { id } }';
  await api(write);
  await workspace.settle();
  expect(await plotNames('any')).toEqual(['any hold.created']);
  await api(write.replace('round: 1', 'round: 2'));
  await api('mutation { deleteHolds(filter: { lockKey: { eq: "u" } }) { id } }');
  await api(write.replace('round: 1', 'round: 2'));
  await workspace.settle();
  // The last one restores the row by an update; no event says "restored".
  expect((await plotNames('any')).sort()).toEqual(
    ['created', 'deleted', 'updated', 'updated'].map((verb) => `any hold.${verb}`),
  );
});

test('cron and workflow actions run by name', async () => {
  expect(await workspace.runCron('sweep')).toEqual({ swept: true, keys: 0 });
  expect(await workspace.runAction('sweep', { a: 1 })).toEqual({ swept: true, keys: 1 });
  await expect(workspace.runCron('unknown')).rejects.toThrow('no function "unknown"');
});

test('calls of one function run side by side', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => post(`/houses/${index}/echo`, { index })),
  );
  const events = await Promise.all(answers.map((answer) => answer.json()));
  expect(events.map((event) => event.body.index)).toEqual(Array.from({ length: 20 }, (_, index) => index));
});
