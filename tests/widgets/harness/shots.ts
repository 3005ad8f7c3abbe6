/**
 * `npx tsx tests/widgets/harness/shots.ts [scene…]`: mounts the built widgets in a plain page and takes
 * pictures of them in `.keyturn/shots`. Needs a build and a Chromium (CHROMIUM, or /usr/bin/chromium).
 */
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Route } from 'playwright-core';
import { projectPath } from '#scripts/build/definition-files.ts';
import { outputFolder } from '#scripts/build/stage.ts';
import { SCENES, type Scene } from './scenes.ts';

const SHOTS = projectPath('.keyturn/shots');
const ORIGIN = 'http://harness.test';

function html({ scheme, locale }: Scene): string {
  const [ground, ink] = scheme === 'dark' ? ['#1b1b1b', '#ebebeb'] : ['#fcfcfc', '#333'];
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <style>html{font-size:13px}body{margin:0;background:${ground};color:${ink};font-family:Inter,sans-serif}</style>
    <div id="widget"></div><script type="module" src="/page.js"></script></html>`;
}

async function pageScript(): Promise<string> {
  const built = await build({
    entryPoints: [projectPath('tests/widgets/harness/page.ts')],
    bundle: true,
    format: 'esm',
    write: false,
    supported: { 'dynamic-import': true },
    external: ['playwright-core'],
  });
  return built.outputFiles[0]?.text ?? '';
}

async function serve(route: Route, scene: Scene, script: string): Promise<void> {
  const { pathname } = new URL(route.request().url());
  if (pathname === '/page.js') return route.fulfill({ contentType: 'text/javascript', body: script });
  if (pathname.startsWith('/bundle/')) {
    const file = path.join(outputFolder('legacy'), 'widgets', pathname.slice('/bundle/'.length));
    return route.fulfill({ contentType: 'text/javascript', body: await readFile(file) });
  }
  return route.fulfill({ contentType: 'text/html', body: html(scene) });
}

async function shoot(browser: Browser, scene: Scene, script: string): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: scene.width, height: scene.height },
    timezoneId: 'Asia/Taipei',
    deviceScaleFactor: scene.width < 500 ? 2 : 1,
  });
  page.on('pageerror', (error) => console.error(`${scene.name}: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && console.error(`${scene.name}: ${message.text()}`));
  await page.route(`${ORIGIN}/**`, (route) => serve(route, scene, script));
  await page.goto(`${ORIGIN}/?scene=${scene.name}`);
  await page.waitForTimeout(500);
  await scene.act?.(page);
  await page.waitForTimeout(150);
  await page.screenshot({ path: path.join(SHOTS, `${scene.name}.png`) });
  await page.close();
}

const wanted = process.argv.slice(2);
await mkdir(SHOTS, { recursive: true });
const script = await pageScript();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
for (const scene of SCENES) {
  if (wanted.length > 0 && !wanted.some((name) => scene.name.startsWith(name))) continue;
  await shoot(browser, scene, script).catch((error: unknown) => console.error(`${scene.name}:`, error));
  console.log(scene.name);
}
await browser.close();
