/** The deal desk in a browser: walked by mouse and by keyboard alone, a unit lost at the last step, and gone on with. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sourceBundle } from './bundles.ts';
import { chooseUnit } from './desk-scenes.ts';
import { UNITS } from './desk-server.ts';
import { HAS_CHROMIUM, type Harness, startHarness } from './open-scene.ts';
import { sceneNamed } from './scenes.ts';

type Posted = { command: string; body: Record<string, unknown> };

const MOST_TABS = 60;

const posted = (page: Page, command: string): Promise<Posted['body'][]> =>
  page.evaluate(
    (name) =>
      (globalThis as unknown as { keyturnPosted: Posted[] }).keyturnPosted
        .filter((one) => one.command === `keyturn/${name}`)
        .map(({ body }) => body),
    command,
  );

/** How a reader of the screen would name what has the focus, and what kind of thing it is. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const label = element?.closest('label')?.querySelector('.kt-label, span')?.textContent;
    return element?.getAttribute('aria-label') ?? label ?? element?.innerText ?? '';
  });

/** Presses Tab, or Shift and Tab, until the focus is on what is called like this. */
async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press(key);
    if (name.test(await focused(page))) return;
  }
  throw new Error(`The focus never comes to ${name}`);
}

describe.skipIf(!HAS_CHROMIUM)('the deal desk in a browser', () => {
  let harness: Harness;
  let page: Page;

  beforeAll(async () => {
    harness = await startHarness(sourceBundle);
  }, 60_000);
  afterAll(() => harness?.close());
  afterEach(() => page?.close());

  const open = async (name: string) => {
    page = await harness.open(sceneNamed(name));
    await sceneNamed(name).act?.(page);
    return page;
  };
  const text = (selector: string) => page.locator(selector).first().innerText();

  it('walked by mouse it ends in a reservation, from the draft that was saved on the way', async () => {
    await open('desk-reserved');
    await expect.poll(() => text('.kt-posted')).toContain('The unit is reserved.');
    const [given] = await posted(page, 'deal/reserve-unit');
    expect(given).toMatchObject({
      unitId: UNITS[0]?.id,
      discountRuleIds: ['r1'],
      quoteId: 'c1000000-0000-4000-8000-000000000001',
    });
    const saved = await posted(page, 'deal/save-quote');
    expect(saved[0]).not.toHaveProperty('quoteId');
    expect(saved.at(-1)).toMatchObject({ planId: 'q1', loan: { annualRatePercent: '2.2', termMonths: 360 } });
    expect(saved.slice(1).every((body) => 'quoteId' in body)).toBe(true);
  }, 60_000);

  it('walked by the keyboard alone it ends in a reservation', async () => {
    await open('desk-unit');
    const { keyboard } = page;
    await page.locator('.kt-unit-choice').first().waitFor();
    await tabTo(page, /^A 12-05/);
    await keyboard.press('Enter');
    await tabTo(page, /^Buyer$/);
    await keyboard.type('lin');
    await page.getByText('Mei-ling Lin').first().waitFor();
    await tabTo(page, /^Mei-ling Lin/);
    await keyboard.press('Enter');
    await tabTo(page, /^Continue$/);
    await keyboard.press('Enter');
    await tabTo(page, /^Payment plan$/, 'Shift+Tab');
    await keyboard.press('ArrowDown');
    await tabTo(page, /^Continue$/);
    await keyboard.press('Enter');
    await tabTo(page, /^Early bird/, 'Shift+Tab');
    await keyboard.press('Space');
    await expect.poll(() => text('.kt-ladder')).toContain('Early bird');
    await tabTo(page, /^Continue$/);
    await keyboard.press('Enter');
    await tabTo(page, /^Reserve unit$/, 'Shift+Tab');
    await keyboard.press('Enter');
    await expect.poll(() => text('.kt-posted')).toContain('is reserved');
    const [given] = await posted(page, 'deal/reserve-unit');
    expect(given).toMatchObject({ unitId: UNITS[1]?.id, discountRuleIds: ['r1'] });
  }, 60_000);

  it('a unit lost at the last step leads back to the units, with all else kept', async () => {
    await open('desk-lost');
    await expect.poll(() => text('[role=alert]')).toMatch(/^A 12-03 is held by Chen Yu-ting until/);
    expect(await text('[role=alert]')).toContain('Everything else that you entered is kept.');
    expect(await text('[aria-current=step]')).toContain('Unit');
    await chooseUnit(page, 'A 14-02');
    await page.getByRole('button', { name: 'Price', exact: false }).first().click();
    expect(await page.getByLabel(/^Early bird/).isChecked()).toBe(true);
    await expect.poll(() => text('.kt-summary')).toContain('NT$14,680,400');
    await page
      .getByRole('button', { name: /Payment plan/ })
      .first()
      .click();
    expect(await page.getByLabel(/^Payment plan/).inputValue()).toBe('q1');
    expect(await page.getByLabel(/^Interest a year/).inputValue()).toBe('2.2');
  }, 60_000);

  it('an unfinished deal is gone on with where it was left; a unit that is gone meanwhile is said', async () => {
    await open('desk-drafts');
    await expect.poll(() => text('.kt-resume')).toContain('meanwhile with Chen Yu-ting');
    await page.getByRole('button', { name: 'Go on with A 12-03 for Mei-ling Lin' }).click();
    expect(await text('[aria-current=step]')).toContain('Payment plan');
    expect(await page.getByLabel(/^Payment plan/).inputValue()).toBe('q1');
    await expect.poll(() => text('.kt-summary')).toContain('NT$14,357,000');
    expect(await posted(page, 'deal/save-quote')).toEqual([]);
    await page.close();
    await open('desk-resumed-gone');
    await expect.poll(() => text('[role=alert]')).toMatch(/^A 12-03 is held by Chen Yu-ting/);
    await page.getByRole('button', { name: 'Choose another unit' }).first().click();
    expect(await text('[aria-current=step]')).toContain('Unit');
  }, 60_000);

  it('a price that needs an approval is said before it is posted, and no quote is sent at it', async () => {
    await open('desk-price-approval');
    await expect.poll(() => text('[data-tone=warn]')).toMatch(/^Needs approval/);
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.getByRole('button', { name: 'Send quote' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Reserve unit' }).click();
    await expect.poll(() => posted(page, 'deal/reserve-unit')).toHaveLength(1);
    expect((await posted(page, 'deal/reserve-unit'))[0]).toMatchObject({ withApproval: true });
  }, 60_000);

  it('a quote is sent and written in both languages', async () => {
    await open('desk-sent');
    await expect.poll(() => text('.kt-posted')).toContain('报价单');
    const written = await posted(page, 'documents/write-quote');
    expect(written.map(({ language }) => language)).toEqual(['en', 'zh-CN']);
  }, 60_000);
});
