import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openWorkspace } from '#scripts/workspace/index.ts';
import { callerFor } from '#tests/workspace/api-client.ts';
import { idFor, type SmallFunction, writeSmallBuild } from '#tests/workspace/small-build.ts';

const HOOK: SmallFunction = {
  name: 'installed',
  code: `await call('mutation($n: String){ createPlot(data: { name: $n }) { id } }', { n: 'installed ' + event.newVersion + ' after ' + (event.previousVersion ?? 'nothing') });`,
};

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

test('data, people and tokens outlive a reopening, and a newer manifest is migrated', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'keyturn-data-'));
  folders.push(dataDir);
  const postInstall = { name: 'installed', shouldRunOnVersionUpgrade: true };
  const first = await writeSmallBuild({ functions: [HOOK], postInstall });
  folders.push(first.outputDir);
  const before = await openWorkspace({ outputDir: first.outputDir, dataDir });
  const { apiKey, workspaceId, members } = before;
  await callerFor(
    before.url,
    apiKey,
  )('mutation { createHouse(data: { code: "kept", name: "Kept" }) { id } }');
  await before.close();

  const second = await writeSmallBuild({
    functions: [HOOK],
    postInstall,
    version: '1.1.0',
    change: (manifest) => {
      const house = manifest.objects.find((object) => object.nameSingular === 'house');
      if (!house) throw new Error('no house');
      house.fields.push({
        universalIdentifier: idFor('house.balcony'),
        name: 'balcony',
        type: 'BOOLEAN',
        defaultValue: true,
        isNullable: false,
      });
      house.fields = house.fields.filter((field) => field.name !== 'area');
      manifest.objects.push({
        universalIdentifier: idFor('garage'),
        nameSingular: 'garage',
        namePlural: 'garages',
        labelIdentifierFieldMetadataUniversalIdentifier: idFor('garage.name'),
        fields: [{ universalIdentifier: idFor('garage.name'), name: 'name', type: 'TEXT' }],
      });
    },
  });
  folders.push(second.outputDir);
  const after = await openWorkspace({ outputDir: second.outputDir, dataDir });
  try {
    expect(after.workspaceId).toBe(workspaceId);
    expect(after.members.map((member) => member.id)).toEqual(members.map((member) => member.id));
    expect(after.warnings).toEqual(['house.area is no longer in the manifest.']);
    const api = callerFor(after.url, apiKey);
    const { data } = await api(`{
      house(filter: { code: { eq: "kept" } }) { name balcony }
      garages { totalCount }
      plots(orderBy: [{ createdAt: AscNullsFirst }]) { edges { node { name createdAt } } }
    }`);
    expect(data.house).toEqual({ name: 'Kept', balcony: true });
    expect(data.garages.totalCount).toBe(0);
    expect(data.plots.edges.map((edge: { node: { name: string } }) => edge.node.name)).toEqual([
      'installed 1.0.0 after nothing',
      'installed 1.1.0 after 1.0.0',
    ]);
  } finally {
    await after.close();
  }
});
