import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openWorkspace, type Workspace } from '#scripts/workspace/index.ts';
import { type Caller, callerFor } from '#tests/workspace/api-client.ts';
import { writeSmallBuild } from '#tests/workspace/small-build.ts';

let workspace: Workspace;
let build: Awaited<ReturnType<typeof writeSmallBuild>>;
let api: Caller;

const THREE_WRITES = {
  name: 'three-writes',
  httpRouteTriggerSettings: { path: '/three', httpMethod: 'POST', isAuthRequired: false },
  code: `
    for (const step of [1, 2, 3]) {
      await call('mutation($c: String){ createHouse(data: { code: $c }) { id } }', { c: event.body.run + '-' + step });
      await call('{ houses { totalCount } }');
    }
    return 'done';`,
};

beforeAll(async () => {
  build = await writeSmallBuild({ functions: [THREE_WRITES] });
  workspace = await openWorkspace({ outputDir: build.outputDir });
  api = callerFor(workspace.url, workspace.apiKey);
});

afterEach(() => workspace.faults.clear());

afterAll(async () => {
  await workspace.close();
  await build.remove();
});

const run = (name: string) =>
  fetch(`${workspace.url}/s/three`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ run: name }),
  });

async function written(name: string): Promise<string[]> {
  const rows = await workspace.sql<{ code: string }>(
    'SELECT code FROM house WHERE code LIKE $1 ORDER BY code',
    [`${name}-%`],
  );
  return rows.map((row) => row.code);
}

test('without a fault all three writes happen', async () => {
  expect(await (await run('calm')).text()).toBe('done');
  expect(await written('calm')).toEqual(['calm-1', 'calm-2', 'calm-3']);
});

test.each([
  [1, ['after1-1']],
  [2, ['after2-1', 'after2-2']],
])('killed after write %i, that write stays and the next never happens', async (n, expected) => {
  workspace.faults.killFunctionAfterWrites(n);
  expect((await run(`after${n}`)).status).toBe(500);
  expect(await written(`after${n}`)).toEqual(expected);
  expect(await (await run(`again${n}`)).text()).toBe('done');
});

test('killed before write 2, only the first stays', async () => {
  workspace.faults.killFunctionBeforeWrite(2);
  expect((await run('early')).status).toBe(500);
  expect(await written('early')).toEqual(['early-1']);
});

test('a dropped response leaves the write committed and the caller in doubt', async () => {
  workspace.faults.dropResponseAfterWrites(1);
  await expect(api('mutation { createHouse(data: { code: "doubt" }) { id } }')).rejects.toThrow();
  expect(await workspace.sql('SELECT 1 FROM house WHERE code = $1', ['doubt'])).toHaveLength(1);
});

test('a dropped request writes nothing', async () => {
  workspace.faults.dropRequestBeforeWrite(1);
  await expect(api('mutation { createHouse(data: { code: "lost" }) { id } }')).rejects.toThrow();
  expect(await workspace.sql('SELECT 1 FROM house WHERE code = $1', ['lost'])).toHaveLength(0);
});

test('a refused write reaches nothing and only the next one is refused', async () => {
  workspace.faults.failNextWriteWith('Query read timeout', 'TIMEOUT');
  const refused = await api('mutation { createHouse(data: { code: "slow" }) { id } }');
  expect(refused.errors[0]).toMatchObject({ message: 'Query read timeout', extensions: { code: 'TIMEOUT' } });
  expect((await api('mutation { createHouse(data: { code: "slow" }) { code } }')).data.createHouse.code).toBe(
    'slow',
  );
});

test('requests are counted apart for reading and writing', async () => {
  workspace.requests.reset();
  await api('{ houses { totalCount } }');
  await api('mutation { createHouse(data: { code: "counted" }) { id } }');
  expect(workspace.requests).toMatchObject({ queries: 1, mutations: 1 });
});
