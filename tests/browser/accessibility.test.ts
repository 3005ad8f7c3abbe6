/**
 * Every board, every widget on a record and every command's form, as the manifest of the build has them, in both
 * colour schemes: axe finds nothing serious. What is added to the extension is looked at without a word here.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '#scripts/build/definition-files.ts';
import { HAS_CHROMIUM } from '#tests/widgets/harness/open-scene.ts';
import { openStage, type Stage } from './stage.ts';

if (!HAS_CHROMIUM) console.warn('No Chromium: accessibility is not looked at. Set CHROMIUM to its path.');

type Finding = { id: string; impact: string | null; nodes: { html: string; failureSummary?: string }[] };
type Axe = { run: (context: unknown, options: unknown) => Promise<{ violations: Finding[] }> };

const AT_ONCE = 3;
const A_WHILE = 900_000;
/** An administrator sees the most. */
const WHO = 'Admin';

/** Serious and critical findings in a tab, in light with every rule, then in dark with those of colour. */
async function findings(page: Page, axe: string): Promise<string[]> {
  await page.evaluate(axe);
  const light = await violations(page, {});
  // The scheme is an attribute and nothing else: the very same elements are looked at again in the other colours.
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('[data-scheme]')) one.setAttribute('data-scheme', 'dark');
  });
  const dark = await violations(page, { runOnly: ['color-contrast'] });
  return [...light, ...dark.map((text) => `dark: ${text}`)];
}

/** The cell of a unit shows short what its label says in full: "1.23M" for a price, a sign for a state. */
const isShortForm = (id: string, html: string) =>
  id === 'label-content-name-mismatch' && html.includes('role="gridcell"');

async function violations(page: Page, options: object): Promise<string[]> {
  const { violations } = await page.evaluate(async (given) => {
    const { axe: loaded } = globalThis as unknown as { axe: Axe };
    return loaded.run(document, { resultTypes: ['violations'], iframes: false, ...given });
  }, options);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ id, html })))
    .filter(({ id, html }) => !isShortForm(id, html))
    .map(({ id, html }) => `${id}: ${html.slice(0, 200)}`);
}

/** One record of each object, so that a form has something to be about. */
async function sampleIds(stage: Stage, objects: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const object of objects) {
    const [row] = await stage.workspace.sql<{ id: string }>(`SELECT "id" FROM "${object}" LIMIT 1`);
    if (row !== undefined) found.set(object, row.id);
  }
  return found;
}

describe.skipIf(!HAS_CHROMIUM)('accessibility', () => {
  let stage: Stage;
  let axe: string;

  beforeAll(async () => {
    stage = await openStage();
    axe = await readFile(projectPath('node_modules/axe-core/axe.min.js'), 'utf8');
  });
  afterAll(() => stage?.close());

  async function addresses(): Promise<string[]> {
    const { pages, recordWidgets, commands } = stage.settings.catalogue;
    const objects = new Set([
      ...Object.keys(recordWidgets),
      ...commands.flatMap(({ object }) => object ?? []),
    ]);
    const ids = await sampleIds(stage, [...objects]);
    const address = (bundle: string | null, object: string | null = null) => {
      const record = object === null ? undefined : ids.get(object);
      return `/widget?bundle=${bundle}${record === undefined ? '' : `&record=${record}`}`;
    };
    const found = [
      ...pages.flatMap(({ widgets }) => widgets.map(({ bundle }) => [bundle, null] as const)),
      ...Object.entries(recordWidgets).flatMap(([object, widgets]) =>
        widgets.map(({ bundle }) => [bundle, object] as const),
      ),
      ...commands
        .filter(({ isHeadless }) => !isHeadless)
        .map(({ bundle, object }) => [bundle, object] as const),
    ];
    return [
      ...new Set(found.flatMap(([bundle, object]) => (bundle === null ? [] : [address(bundle, object)]))),
    ];
  }

  it('no board, widget or form has a serious finding', { timeout: A_WHILE }, async () => {
    const waiting = await addresses();
    expect(waiting.length).toBeGreaterThan(50);
    const wrong: Record<string, string[]> = {};
    const worker = async () => {
      for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
        const page = await stage.open(address, { role: WHO });
        await page.locator('.kt').first().waitFor();
        await page.waitForLoadState('networkidle');
        const found = await findings(page, axe);
        if (found.length > 0) wrong[address] = found;
        await page.close();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    expect(wrong).toEqual({});
  });

  it('nor has the page of npm start', { timeout: A_WHILE }, async () => {
    for (const address of ['/', '/?view=list-units']) {
      const page = await stage.open(address, { role: WHO });
      await page.locator('main > *').first().waitFor();
      expect(await findings(page, axe)).toEqual([]);
      await page.close();
    }
  });
});
