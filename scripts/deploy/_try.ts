import { readFile } from 'node:fs/promises';
import { buildExtension } from '#scripts/build/build-extension.ts';
import { readContents, withFolder } from './package-extension.ts';
import { capabilitiesOf } from './server-version.ts';
import { cp, rm } from 'node:fs/promises';
const one = async (force: boolean, keep: string) => { const { outputDir } = await buildExtension('legacy', { force }); const fp = await readFile('/work/main/.keyturn/build/legacy/.fingerprint', 'utf8'); await rm(keep, { recursive: true, force: true }); await cp(outputDir, keep, { recursive: true }); return { fp: fp.slice(0, 12), d: await withFolder(async (f) => (await readContents(f, outputDir, capabilitiesOf('2.21.0'))).digest) }; };
console.log(await one(false, '/tmp/o1')); console.log(await one(true, '/tmp/o2'));
