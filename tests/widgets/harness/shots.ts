/**
 * `npx tsx tests/widgets/harness/shots.ts [--source] [scene…]`: mounts the built widgets in a plain page
 * and takes pictures of them in `.keyturn/shots`; with --source from the sources as they are, without a
 * build. Needs a Chromium (CHROMIUM, or /usr/bin/chromium).
 */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { type Browser, chromium, type Route } from 'playwright-core';
import { projectPath } from '#scripts/build/definition-files.ts';
import { builtBundle, sourceBundle } from './bundles.ts';
import { SCENES, type Scene } from './scenes.ts';

const SHOTS = projectPath('.keyturn/shots');
const ORIGIN = 'http://harness.test';

/** Twenty's own page loads Inter; a folder of its files may be given so that the pictures are set in it too. */
const FONTS = process.env.INTER_FONTS;

function fontFaces(): string {
  if (FONTS === undefined) return '';
  return [400, 500, 600]
    .map((weight) => `@font-face{font-family:Inter;font-weight:${weight};src:url(/font/${weight}.woff2)}`)
    .join('');
}

async function fontFile(weight: string): Promise<Buffer> {
  const files = await readdir(FONTS ?? '.');
  return readFile(
    path.join(FONTS ?? '.', files.find((file) => file.startsWith(`inter-latin-${weight}-normal`)) ?? ''),
  );
}

function html({ scheme, locale }: Scene): string {
  const [ground, ink] = scheme === 'dark' ? ['#1b1b1b', '#ebebeb'] : ['#fcfcfc', '#333'];
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <style>${fontFaces()}html{font-size:13px}body{margin:0;background:${ground};color:${ink};font-family:Inter,sans-serif}</style>
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

const { values, positionals: wanted } = parseArgs({
  options: { source: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const bundles = new Map<string, Promise<string>>();

function bundleOf(widget: string): Promise<string> {
  const known = bundles.get(widget) ?? (values.source ? sourceBundle(widget) : builtBundle(widget));
  bundles.set(widget, known);
  return known;
}

async function serve(route: Route, scene: Scene, script: string): Promise<void> {
  const { pathname } = new URL(route.request().url());
  if (pathname === '/page.js') return route.fulfill({ contentType: 'text/javascript', body: script });
  if (pathname.startsWith('/font/'))
    return route.fulfill({ body: await fontFile(path.basename(pathname, '.woff2')) });
  if (pathname.startsWith('/bundle/')) {
    return route.fulfill({ contentType: 'text/javascript', body: await bundleOf(scene.widget) });
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
  page.on(
    'console',
    (message) => message.type() === 'error' && console.error(`${scene.name}: ${message.text()}`),
  );
  await page.route(`${ORIGIN}/**`, (route) => serve(route, scene, script));
  await page.goto(`${ORIGIN}/?scene=${scene.name}`);
  await page.waitForTimeout(500);
  await scene.act?.(page);
  await page.waitForTimeout(150);
  await page.screenshot({ path: path.join(SHOTS, `${scene.name}.png`) });
  await page.close();
}

await mkdir(SHOTS, { recursive: true });
const script = await pageScript();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
for (const scene of SCENES) {
  if (wanted.length > 0 && !wanted.some((name) => scene.name.startsWith(name))) continue;
  await shoot(browser, scene, script).catch((error: unknown) => console.error(`${scene.name}:`, error));
  console.log(scene.name);
}
await browser.close();
