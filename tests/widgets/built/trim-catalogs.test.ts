import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { trimCatalogs, trimmed } from '#scripts/build/trim-catalogs.ts';

const HEAD = 'globalThis["__twentySdkFrontComponentTranslations__"]=';
const bundleOf = (catalog: object, code: string) =>
  `${HEAD}${JSON.stringify({ 'zh-CN': catalog })};\n${code}`;
const id = (text: string) => createHash('sha256').update(`${text}\u001f`).digest('base64').slice(0, 6);
const sha = (text: string) => createHash('sha256').update(text).digest('hex');

it('keeps the words that the code says, by text or by hash, however they are written there', () => {
  const texts = ['Reserve', 'Reading …', 'Say "yes"', 'Nowhere said'];
  const plain = Object.fromEntries(texts.map((text) => [text, `${text} 译`]));
  const hashed = Object.fromEntries(texts.map((text) => [id(text), `${text} 译`]));
  const code = `t("Reserve");t("Reading \\u2026");t('Say \\"yes\\"')`;
  const kept = ['Reserve', 'Reading …', 'Say "yes"'];
  for (const [catalog, keys] of [
    [plain, kept],
    [hashed, kept.map(id)],
  ] as const) {
    const bundle = trimmed(bundleOf(catalog, code), texts);
    expect(bundle.endsWith(code)).toBe(true);
    const { 'zh-CN': left } = JSON.parse(bundle.slice(HEAD.length, bundle.indexOf(';\n'))) as {
      'zh-CN': object;
    };
    expect(Object.keys(left)).toEqual(keys);
  }
  expect(trimmed('var a=1;\nvar b', texts)).toBe('var a=1;\nvar b');
});

it('rewrites the bundles of a build and says their checksums in its manifest', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'keyturn-trim-'));
  const bundle = bundleOf({ Reserve: '认购', Other: '其他' }, 't("Reserve")');
  await mkdir(path.join(folder, 'locales'));
  await writeFile(path.join(folder, 'locales/zh-CN.json'), '{"Reserve":"认购","Other":"其他"}');
  await writeFile(path.join(folder, 'a.mjs'), bundle);
  const component = { builtComponentPath: 'a.mjs', builtComponentChecksum: sha(bundle) };
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify({ frontComponents: [component] }));
  await trimCatalogs(folder, path.join(folder, 'locales'));
  const written = await readFile(path.join(folder, 'a.mjs'), 'utf8');
  expect(written).toBe(bundleOf({ Reserve: '认购' }, 't("Reserve")'));
  expect(await readFile(path.join(folder, 'manifest.json'), 'utf8')).toContain(sha(written));
  await rm(folder, { recursive: true });
});
