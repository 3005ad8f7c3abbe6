/** Whole deploys against a Twenty at the edge of the network. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { deploy, type Outcome } from '#scripts/deploy/deploy.ts';
import type { Manifest } from '#scripts/deploy/manifest.ts';
import { readOptions } from '#scripts/deploy/options.ts';
import { DeployFailed, Refusal } from '#scripts/deploy/refusal.ts';
import { TwentyServer } from '#scripts/deploy/server.ts';
import { FakeTwenty, KEY, URL_OF_FAKE } from './fake-twenty.ts';
import { ID, smallManifest } from './small-manifest.ts';

const network = setupServer();
let twenty: FakeTwenty;
let said: string[];

beforeAll(() => network.listen({ onUnhandledRequest: 'error' }));
afterAll(() => network.close());
afterEach(() => network.resetHandlers());
beforeEach(() => {
  twenty = new FakeTwenty();
  network.use(...twenty.handlers);
  said = [];
});

async function build(manifest: Manifest, version: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'keyturn-build-'));
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'keyturn', version }));
  await writeFile(path.join(folder, 'deal.mjs'), 'export default {};');
  return folder;
}

type Run = { args?: string[]; manifest?: Manifest; ask?: () => Promise<boolean>; url?: string; key?: string };

function run({
  args = [],
  manifest = smallManifest(),
  ask,
  url = URL_OF_FAKE,
  key = KEY,
}: Run = {}): Promise<Outcome> {
  return deploy(readOptions(['--url', url, '--api-key', key, ...args], {}), {
    say: (line) => said.push(line),
    ...(ask === undefined ? {} : { ask }),
    now: () => new Date(),
    build: () => build(manifest, '0.1.0'),
    connect: (to, apiKey) => new TwentyServer(to, apiKey, async () => undefined),
  });
}

function withLabel(label: string): Manifest {
  const manifest = smallManifest();
  return { ...manifest, roles: manifest.roles.map((role) => ({ ...role, label })) };
}

it('a first deploy publishes, installs and finds every part; the second one changes nothing', async () => {
  const first = await run();
  expect(first).toMatchObject({ outcome: 'installed', version: '0.1.0' });
  expect(first.parts?.every(({ expected, there }) => expected === there)).toBe(true);
  expect(await run()).toMatchObject({ outcome: 'unchanged', version: '0.1.0' });
  expect(twenty.changes).toEqual(['publish 0.1.0', 'install 0.1.0']);
  expect(said.at(-1)).toBe(
    'Nothing to change: Keyturn 0.1.0 is installed in Riverside Homes with all its parts.',
  );
});

it('a newest server is deployed to by its own SDK, and keeps the relations that it owns', async () => {
  twenty.version = '2.43.0';
  expect(await run()).toMatchObject({ outcome: 'installed', version: '0.1.0' });
  expect(await run()).toMatchObject({ outcome: 'unchanged' });
  expect(twenty.changes).toEqual(['publish 0.1.0', 'install 0.1.0']);
  expect(twenty.installed?.manifest.objects[0]?.fields.map((field) => field.name)).toEqual(['name', 'state']);
});

it('a changed label is shown, then installed as the next version', async () => {
  await run();
  const second = await run({ manifest: withLabel('Keyturn Sellers') });
  expect(second).toMatchObject({ outcome: 'upgraded', version: '0.1.1' });
  expect(said).toContain('  ~ role Keyturn Sellers (label: "Keyturn Sales" -> "Keyturn Sellers")');
  expect(said).toContain(
    '(package.json says 0.1.0; the server only takes a higher version than it has seen)',
  );
});

it('a dry run shows the plan and changes nothing', async () => {
  expect(await run({ args: ['--dry-run'] })).toMatchObject({ outcome: 'planned' });
  expect(twenty.changes).toEqual([]);
});

it('whoever says no has changed nothing', async () => {
  await expect(run({ ask: async () => false })).rejects.toThrow(Refusal);
  expect(twenty.changes).toEqual([]);
});

it('data is dropped only when that is asked for', async () => {
  await run();
  const manifest = smallManifest();
  const without = {
    ...manifest,
    objects: manifest.objects.map((one) => ({ ...one, fields: one.fields.slice(0, 1) })),
  };
  await expect(run({ manifest: without, args: ['--yes'] })).rejects.toThrow('add --allow-data-loss');
  await expect(run({ manifest: without, args: ['--allow-data-loss'] })).rejects.toThrow(
    'nobody can be asked: add --yes',
  );
  expect(await run({ manifest: without, args: ['--yes', '--allow-data-loss'] })).toMatchObject({
    outcome: 'upgraded',
  });
});

it('a part that the server lost since is put back', async () => {
  await run();
  twenty.forgets.add(ID.role);
  await expect(run()).rejects.toThrow(DeployFailed);
  expect(said).toContain(`  missing: role Keyturn Sales (${ID.role})`);
  twenty.forgets.clear();
  expect(await run()).toMatchObject({ outcome: 'unchanged', version: '0.1.1' });
});

it('a connection that breaks off while installing is followed up by looking', async () => {
  network.use(
    http.post(`${URL_OF_FAKE}/metadata`, async ({ request }) => {
      const body = request.headers.get('content-type')?.startsWith('application/json')
        ? await request.clone().text()
        : '';
      if (!body.includes('installApplication')) return undefined;
      network.use(...twenty.handlers);
      await fetch(request.clone());
      return HttpResponse.error();
    }),
  );
  expect(await run()).toMatchObject({ outcome: 'installed' });
  expect(twenty.changes).toEqual(['publish 0.1.0', 'install 0.1.0']);
});

it.each<[string, () => void, string]>([
  [
    'an unreachable server',
    () => network.use(http.all('*', () => HttpResponse.error())),
    'Cannot reach http://twenty.test',
  ],
  [
    'a page that is not Twenty',
    () => network.use(http.get('*', () => HttpResponse.html('<h1>Hello</h1>'))),
    'not as Twenty does: check the address',
  ],
  [
    'an old server',
    () => {
      twenty.version = '2.20.0';
    },
    'upgrade Twenty, then deploy again',
  ],
  [
    'a server that hides its version',
    () => {
      twenty.version = undefined;
    },
    'add --server-version',
  ],
  [
    'a key without rights',
    () => {
      twenty.missingRights = new Set(['see', 'publish']);
    },
    'may not see and install applications, nor publish applications: use a key',
  ],
  [
    'functions that are off',
    () => {
      twenty.areFunctionsOn = false;
    },
    'set LOGIC_FUNCTION_TYPE=LOCAL',
  ],
  [
    'a name that is taken',
    () => {
      twenty.handMadeObjects = [
        {
          universalIdentifier: 'x',
          nameSingular: 'keyturnUnit',
          namePlural: 'houses',
          labelSingular: 'House',
        },
      ];
    },
    'the object "House" (keyturnUnit), not made by Keyturn: rename or delete it',
  ],
  [
    'a package of another workspace',
    () => {
      twenty.registration = {
        ownerWorkspaceId: 'another',
        sourceType: 'TARBALL',
        latestAvailableVersion: '1.0.0',
        updatedAt: new Date(0).toISOString(),
      };
    },
    'Another workspace of this server',
  ],
  [
    'an install under way',
    () => {
      twenty.registration = {
        ownerWorkspaceId: null,
        sourceType: 'TARBALL',
        latestAvailableVersion: '1.0.0',
        updatedAt: new Date().toISOString(),
      };
    },
    'wait a minute, then deploy again',
  ],
])('%s is refused before anything is changed', async (_, arrange, sentence) => {
  arrange();
  const refusal = await run().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect((refusal as Refusal).message).toContain(sentence);
  expect(twenty.changes).toEqual([]);
});

it('a wrong key is refused and not repeated in the message', async () => {
  const refusal = await run({ key: 'a-wrong-key' }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect((refusal as Refusal).message).toBe(
    'http://twenty.test does not accept the API key (Token invalid): make a new one under Settings > API keys and pass it with --api-key.',
  );
});

it('a page with a widget that was not built is refused', async () => {
  await expect(run({ manifest: { ...smallManifest(), frontComponents: [] } })).rejects.toThrow(
    'The page "Unit page" shows the widget "Sales control", which the build does not contain',
  );
});
