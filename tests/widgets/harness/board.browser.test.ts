/** The sales-control board in a browser, the real bundle in a tower that changes under its hands. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sourceBundle } from './bundles.ts';
import { HAS_CHROMIUM, type Harness, startHarness } from './open-scene.ts';
import { sceneNamed } from './scenes.ts';

type InPage = {
  keyturnAsked: string[];
  keyturnPosted: { command: string; body: Record<string, unknown> }[];
  keyturnMeanwhile: (number: string, holder: string) => void;
};

const cell = (page: Page, number: string) => page.locator(`[role=gridcell][aria-label^="${number},"]`);
const labelOf = (page: Page, number: string) => cell(page, number).getAttribute('aria-label');
const asked = (page: Page) => page.evaluate(() => (globalThis as unknown as InPage).keyturnAsked);
const posted = (page: Page) => page.evaluate(() => (globalThis as unknown as InPage).keyturnPosted);
const meanwhile = (page: Page, number: string, holder: string) =>
  page.evaluate(([unit, who]) => (globalThis as unknown as InPage).keyturnMeanwhile(unit, who), [
    number,
    holder,
  ] as const);
const button = (page: Page, name: string) =>
  page.locator('.kt-detail').getByRole('button', { name, exact: true });

async function fillReservation(page: Page): Promise<void> {
  await cell(page, '14-02').click();
  await button(page, 'Reserve').click();
  await page.getByLabel('Buyer').fill('lin');
  await page.getByText('Mei-ling Lin').click();
  await button(page, 'Reserve unit').click();
}

describe.skipIf(!HAS_CHROMIUM)('the board in a browser', () => {
  let harness: Harness;
  let page: Page;

  beforeAll(async () => {
    harness = await startHarness(sourceBundle);
  });
  afterAll(() => harness?.close());
  afterEach(() => page?.close());

  const open = async (name: string) => {
    page = await harness.open(sceneNamed(name));
    await page.locator('[role=gridcell], .kt-building').first().waitFor();
    await sceneNamed(name).act?.(page);
    return page;
  };

  it('reserves a unit, and its cell and the numbers follow at once', async () => {
    await open('board-live');
    const available = page.locator('.kt-legend-item[data-state=AVAILABLE] .kt-legend-count');
    expect(await available.innerText()).toBe('75');
    await fillReservation(page);
    await expect
      .poll(() => labelOf(page, '14-02'))
      .toMatch(/^14-02, Reserved, .*held by Mei-ling Lin, 24 h left, yours$/);
    expect(await page.locator('.kt-detail [role=status]').innerText()).toContain('is reserved');
    expect(await available.innerText()).toBe('74');
    expect(await posted(page)).toMatchObject([
      { command: 'keyturn/deal/reserve-unit', body: { buyerId: 'd0000000-0000-4000-8000-000000000001' } },
    ]);
  });

  it('holds a unit for somebody, who then can be given more time or the unit back', async () => {
    await open('board-hold');
    await page.getByLabel('For whom').fill('Lin Mei');
    await page.getByLabel('Hours').fill('1');
    await button(page, 'Hold unit').click();
    await expect.poll(() => labelOf(page, '14-02')).toContain('held by Lin Mei (Wei Zhang), 1 h left, yours');
    expect(await cell(page, '14-02').locator('[data-ending=SOON]').count()).toBe(1);
    await expect.poll(() => button(page, 'Extend hold').count()).toBe(1);
    expect(await button(page, 'Release hold').count()).toBe(1);
    expect(await button(page, 'Reserve').count()).toBe(1);
    expect(await button(page, 'Hold').count()).toBe(0);
  });

  it('a lost race says who has the unit and until when, where the hand is, and the cell shows it at once', async () => {
    await open('board-race');
    await fillReservation(page);
    const alert = page.locator('.kt-detail [role=alert]');
    await expect
      .poll(() => alert.innerText())
      .toBe(
        '14-02 is held by Ada Lovelace until Mar 13, 2026, 14:32. Choose another unit or wait until then.',
      );
    await expect
      .poll(() => labelOf(page, '14-02'))
      .toMatch(/^14-02, Hold by a salesperson, .*held by Ada Lovelace/);
    // What was entered stays, for another unit.
    expect(await page.locator('.kt-picked').innerText()).toContain('Mei-ling Lin');
  });

  it('is used by the keyboard alone: to a unit, to its form, to a hold, and back', async () => {
    await open('board-live');
    await page.locator('.kt-grid').focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await expect.poll(() => page.locator('.kt-detail').getAttribute('aria-label')).toBe('Unit 14-02');
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 12; presses += 1) {
        await page.keyboard.press('Tab');
        if (
          (await page
            .locator(':focus')
            .innerText()
            .catch(() => '')) === name
        )
          return;
      }
      throw new Error(`Tab does not reach ${name}`);
    };
    await tabTo('Hold');
    await page.keyboard.press('Enter');
    await page.locator('.kt-detail-form').waitFor();
    await tabTo('Hold unit');
    await page.keyboard.press('Enter');
    await expect.poll(() => labelOf(page, '14-02')).toContain('held by Wei Zhang');
    await page.locator('.kt-grid').focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.kt-detail').count()).toBe(0);
    expect(await page.locator('[data-active=true]').getAttribute('aria-label')).toMatch(/^14-02,/);
  });

  it('filters by what ends soon, by price and by text, and all at once', async () => {
    await open('board-ending');
    const bright = page.locator('[role=gridcell][data-dim=false]');
    await expect.poll(() => bright.count()).toBe(3);
    await page.getByLabel('Number or holder').fill('Hsu');
    await expect.poll(() => bright.count()).toBe(2);
    expect(await page.locator('.kt-filters-shown').innerText()).toBe('2 of 218 units');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => bright.count()).toBe(218);
    await page.getByLabel('List price').selectOption({ index: 1 });
    expect(await bright.count()).toBeLessThan(218);
  });

  it('a refresh shows what others did, and keeps place, opened unit, filters and scrolling', async () => {
    await open('board-live');
    await cell(page, '02-14').click();
    await page.locator('.kt-legend-item[data-state=AVAILABLE]').click();
    const scroller = page.locator('.kt-scroll');
    await scroller.evaluate((element) => element.scrollTo(300, 0));
    const before = await page.evaluate(() => scrollY);
    await meanwhile(page, '14-02', 'Ada Lovelace');
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(() => labelOf(page, '14-02')).toContain('held by Ada Lovelace');
    expect(await page.locator('.kt-detail').getAttribute('aria-label')).toBe('Unit 02-14');
    expect(await page.locator('.kt-legend-item[aria-pressed=true]').getAttribute('data-state')).toBe(
      'AVAILABLE',
    );
    expect(await scroller.evaluate((element) => element.scrollLeft)).toBe(300);
    expect(await page.evaluate(() => scrollY)).toBe(before);
    expect(await cell(page, '14-02').getAttribute('data-dim')).toBe('true');
  });

  it('of colleagues’ deals a salesperson sees the state and no name, and cannot touch them', async () => {
    await open('board-masked');
    expect(await labelOf(page, '14-06')).not.toContain('held by');
    expect(await cell(page, '14-06').innerText()).toContain('Reserved');
    const detail = page.locator('.kt-detail');
    await expect.poll(() => detail.innerText()).toContain('Wei Zhang');
    expect(await detail.innerText()).not.toContain('Ada Lovelace');
    expect(await detail.locator('.kt-detail-actions').innerText()).toBe('Record and history');
    await page.getByRole('button', { name: 'Mine (2)' }).click();
    await expect.poll(() => page.locator('[role=gridcell][data-dim=false]').count()).toBe(2);
  });

  it('zooms from the project to a building and back, with the same filter', async () => {
    await open('board-overview');
    expect(await page.locator('.kt-building-name').allInnerTexts()).toEqual(['Tower A', 'Annex B']);
    await page.locator('.kt-legend-item[data-state=AVAILABLE]').click();
    await expect
      .poll(() => page.locator('.kt-building-found').allInnerTexts())
      .toEqual(['75 found', '11 found']);
    await page.locator('.kt-building').nth(1).click();
    await expect.poll(() => page.locator('[role=gridcell]').count()).toBe(24);
    expect(await page.locator('[role=gridcell][data-dim=false]').count()).toBe(11);
    await page.getByRole('button', { name: '← All buildings' }).click();
    await expect.poll(() => page.locator('.kt-building').count()).toBe(2);
  });

  it.each([
    ['board-300', 300 - 7, 3],
    ['board-project-page', null, 2],
    // Its own page starts at a building of 218 units, which are two pages, before it zooms out.
    ['board-overview-phone', null, 5],
  ])('%s asks the server only a few times', async (name, cells, most) => {
    await open(name);
    if (cells !== null) await expect.poll(() => page.locator('[role=gridcell]').count()).toBe(cells);
    expect((await asked(page)).length).toBeLessThanOrEqual(most);
  });

  it.each(['board-overview-phone', 'board-hold-phone-zh-dark'])(
    '%s: nothing but the plan scrolls sideways',
    async (name) => {
      await open(name);
      const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(content).toBeLessThanOrEqual(screen ?? 0);
    },
  );

  it.each(['board-live', 'board-1500', 'board-overview'])('%s prints on one page', async (name) => {
    await open(name);
    await page.waitForTimeout(300);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
  });
});
