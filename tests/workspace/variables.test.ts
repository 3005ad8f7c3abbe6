import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkspace, type Workspace } from '#scripts/workspace/index.ts';
import type { ManifestVariable } from '#scripts/workspace/model/manifest.ts';
import { callerFor } from '#tests/workspace/api-client.ts';
import { type SmallFunction, writeSmallBuild } from '#tests/workspace/small-build.ts';

const ENVIRONMENT: SmallFunction = {
  name: 'environment',
  httpRouteTriggerSettings: { path: '/environment', httpMethod: 'GET', isAuthRequired: false },
  code: `return Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('SHOP_')));`,
};

const FIRST: Record<string, ManifestVariable> = {
  SHOP_SECRET: { isSecret: true, value: 'never used' },
  SHOP_NAME: { value: 'first' },
  SHOP_DAYS: { value: 5, type: 'NUMBER' },
  SHOP_MAP: { value: { a: [1, 2] } },
  SHOP_EMPTY: {},
};

const folders: string[] = [];
const opened: Workspace[] = [];

async function open(
  variables: Record<string, ManifestVariable>,
  dataDir?: string,
  applicationVariables: Record<string, string> = {},
): Promise<Workspace> {
  const { outputDir } = await writeSmallBuild({
    functions: [ENVIRONMENT],
    change: (manifest) => {
      manifest.application.applicationVariables = variables;
    },
  });
  folders.push(outputDir);
  const workspace = await openWorkspace({
    outputDir,
    applicationVariables,
    ...(dataDir ? { dataDir } : {}),
  });
  opened.push(workspace);
  return workspace;
}

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'keyturn-variables-'));
  folders.push(dataDir);
});

afterAll(async () => {
  for (const workspace of opened) await workspace.close();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

const environmentOf = async ({ url }: Workspace) => (await fetch(`${url}/s/environment`)).json();

const SET = `mutation($k: String!, $v: String!, $a: UUID!){ updateOneApplicationVariable(key: $k, value: $v, applicationId: $a) }`;
const READ = '{ findManyApplications { applicationVariables { key value isSecret } } }';

test('functions find the defaults as texts; a secret has none', async () => {
  expect(await environmentOf(await open(FIRST))).toEqual({
    SHOP_SECRET: '',
    SHOP_NAME: 'first',
    SHOP_DAYS: '5',
    SHOP_MAP: '{"a":[1,2]}',
    SHOP_EMPTY: '',
  });
});

test('an admin sets a variable and the next call has it; nobody else may set or read', async () => {
  const workspace = await open(FIRST);
  await environmentOf(workspace);
  const input = { k: 'SHOP_SECRET', v: 'a secret of 26 characters!', a: workspace.applicationId };
  const mona = workspace.members.find((member) => member.name === 'Mona Member');
  for (const token of [mona?.token, workspace.applicationToken]) {
    const stranger = callerFor(workspace.url, token);
    for (const answer of [await stranger(SET, input, 'metadata'), await stranger(READ, {}, 'metadata')]) {
      expect(answer.errors[0].message).toBe('Entity performing the request does not have permission');
    }
  }
  const admin = callerFor(workspace.url, workspace.adminToken);
  expect((await admin(SET, input, 'metadata')).data).toEqual({ updateOneApplicationVariable: true });
  expect((await environmentOf(workspace)).SHOP_SECRET).toBe('a secret of 26 characters!');
  const [application] = (await admin(READ, {}, 'metadata')).data.findManyApplications;
  expect(application.applicationVariables).toContainEqual({
    key: 'SHOP_SECRET',
    value: 'a ********',
    isSecret: true,
  });
});

test('an upgrade keeps every value, even one that nobody set', async () => {
  const before = await open(FIRST, join(dataDir, 'data'), { SHOP_NAME: 'set by an admin' });
  await before.close();
  opened.splice(opened.indexOf(before), 1);
  const { SHOP_EMPTY: _, ...rest } = FIRST;
  const after = await open(
    { ...rest, SHOP_NAME: { value: 'second' }, SHOP_DAYS: { value: 6 }, SHOP_NEW: { value: 'new' } },
    join(dataDir, 'data'),
  );
  expect(await environmentOf(after)).toEqual({
    SHOP_SECRET: '',
    SHOP_NAME: 'set by an admin',
    SHOP_DAYS: '5',
    SHOP_MAP: '{"a":[1,2]}',
    SHOP_NEW: 'new',
  });
});

test('a variable that the manifest lacks cannot be set', async () => {
  await expect(open(FIRST, undefined, { SHOP_NONE: 'x' })).rejects.toThrow(
    'Application variable with key SHOP_NONE not found',
  );
});
