import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { canonical, contentDigest, shippedFiles } from '#scripts/deploy/content-digest.ts';
import { smallManifest } from './small-manifest.ts';

let folder: string;
const PACKAGE = { name: 'keyturn', version: '0.1.0' };

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'keyturn-digest-'));
  await writeFile(path.join(folder, 'deal.mjs'), 'export const a = 1;');
  await writeFile(path.join(folder, 'deal.mjs.map'), '{}');
});

it('the order in which the build lists things does not count', async () => {
  const manifest = smallManifest();
  const turned = {
    ...manifest,
    objects: manifest.objects.map((one) => ({ ...one, fields: [...one.fields].reverse() })),
  };
  expect(await contentDigest(folder, turned, PACKAGE)).toBe(await contentDigest(folder, manifest, PACKAGE));
});

it('the version and the checksum of the build do not count', async () => {
  const manifest = smallManifest();
  const other = { ...manifest, application: { ...manifest.application, packageJsonChecksum: 'another' } };
  expect(await contentDigest(folder, other, { ...PACKAGE, version: '9.0.0' })).toBe(
    await contentDigest(folder, manifest, PACKAGE),
  );
});

it('a changed label counts, and so does a changed file', async () => {
  const manifest = smallManifest();
  const before = await contentDigest(folder, manifest, PACKAGE);
  const renamed = { ...manifest, roles: manifest.roles.map((role) => ({ ...role, label: 'Other' })) };
  expect(await contentDigest(folder, renamed, PACKAGE)).not.toBe(before);
  await writeFile(path.join(folder, 'deal.mjs'), 'export const a = 2;');
  expect(await contentDigest(folder, manifest, PACKAGE)).not.toBe(before);
});

it('source maps do not ship', async () => {
  expect(await shippedFiles(folder)).toEqual(['deal.mjs']);
});

it('the order of plain lists counts', () => {
  expect(canonical(['a', 'b'])).not.toBe(canonical(['b', 'a']));
  expect(canonical({ b: 1, a: undefined })).toBe('{"b":1}');
});
