/**
 * `npx tsx tests/widgets/harness/shots.ts [--source] [scene…]`: takes pictures of the built widgets in
 * `.keyturn/shots`; with --source of the sources as they are, without a build. Needs a Chromium
 * (CHROMIUM, or /usr/bin/chromium).
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectPath } from '#scripts/build/definition-files.ts';
import { builtBundle, sourceBundle } from './bundles.ts';
import { startHarness } from './open-scene.ts';
import { SCENES } from './scenes.ts';

const SHOTS = projectPath('.keyturn/shots');

const { values, positionals: wanted } = parseArgs({
  options: { source: { type: 'boolean', default: false } },
  allowPositionals: true,
});
await mkdir(SHOTS, { recursive: true });
const harness = await startHarness(values.source ? sourceBundle : builtBundle);
for (const scene of SCENES) {
  if (wanted.length > 0 && !wanted.some((name) => scene.name.startsWith(name))) continue;
  try {
    const page = await harness.open(scene);
    await page.waitForTimeout(300);
    await scene.act?.(page);
    await page.waitForTimeout(200);
    await page.screenshot({ path: path.join(SHOTS, `${scene.name}.png`) });
    await page.close();
    console.log(scene.name);
  } catch (error) {
    console.error(`${scene.name}:`, error);
  }
}
await harness.close();
