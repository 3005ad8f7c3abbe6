/** Opens a scene in a browser: a plain page that is set up as Twenty's sandbox is, and the widget in it. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page, type Route } from 'playwright-core';
import { projectPath } from '#scripts/build/definition-files.ts';
import type { Scene } from './scenes.ts';

const ORIGIN = 'http://harness.test';

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const HAS_CHROMIUM = existsSync(CHROMIUM);

/** Twenty's own page loads Inter; a folder of its files may be given so that pictures are set in it too. */
const FONTS = process.env.INTER_FONTS;

export type Harness = { open: (scene: Scene) => Promise<Page>; close: () => Promise<void> };

export async function startHarness(bundleOf: (widget: string) => Promise<string>): Promise<Harness> {
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const script = await pageScript();
  const bundles = new Map<string, Promise<string>>();
  const bundle = (widget: string) => {
    const known = bundles.get(widget) ?? bundleOf(widget);
    bundles.set(widget, known);
    return known;
  };
  return {
    open: (scene) => openScene(browser, scene, script, bundle),
    close: () => browser.close(),
  };
}

async function openScene(
  browser: Browser,
  scene: Scene,
  script: string,
  bundle: (widget: string) => Promise<string>,
): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: scene.width, height: scene.height },
    timezoneId: 'Asia/Taipei',
    deviceScaleFactor: scene.width < 400 ? 2 : 1,
  });
  page.setDefaultTimeout(8_000);
  page.on('pageerror', (error) => console.error(`${scene.name}: ${error.message}`));
  page.on('console', (said) => said.type() === 'error' && console.error(`${scene.name}: ${said.text()}`));
  await page.route(`${ORIGIN}/**`, async (route: Route) => {
    const { pathname } = new URL(route.request().url());
    const name = path.basename(pathname);
    if (pathname === '/page.js') return route.fulfill({ contentType: 'text/javascript', body: script });
    if (pathname === '/bundle.mjs')
      return route.fulfill({ contentType: 'text/javascript', body: await bundle(scene.widget) });
    if (pathname.startsWith('/font/')) return route.fulfill({ body: await fontFile(name) });
    return route.fulfill({ contentType: 'text/html', body: html(scene) });
  });
  await page.goto(`${ORIGIN}/?scene=${scene.name}`);
  await page.locator('.kt').waitFor();
  return page;
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

function html({ scheme, locale }: Scene): string {
  const [ground, ink] = scheme === 'dark' ? ['#1b1b1b', '#ebebeb'] : ['#fcfcfc', '#333'];
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <style>${fontFaces()}html{font-size:13px}body{margin:0;background:${ground};color:${ink};font-family:Inter,sans-serif}</style>
    <div id="widget"></div><script type="module" src="/page.js"></script></html>`;
}

function fontFaces(): string {
  if (FONTS === undefined) return '';
  return [400, 500, 600]
    .map(
      (weight) =>
        `@font-face{font-family:Inter;font-weight:${weight};src:url(/font/inter-latin-${weight}-normal)}`,
    )
    .join('');
}

async function fontFile(name: string): Promise<Buffer> {
  const folder = FONTS ?? '.';
  const file = (await readdir(folder)).find((each) => each.startsWith(name)) ?? '';
  return readFile(path.join(folder, file));
}
