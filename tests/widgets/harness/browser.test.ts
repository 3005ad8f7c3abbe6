/** What only a browser can tell: the real bundle, mounted and used by mouse and keyboard. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourceBundle } from './bundles.ts';
import { HAS_CHROMIUM, type Harness, startHarness } from './open-scene.ts';
import { sceneNamed } from './scenes.ts';

if (!HAS_CHROMIUM)
  console.warn('No Chromium: the tests in a browser are left out. Set CHROMIUM to its path.');

type Posted = { command: string; body: object };

const cell = (page: Page, number: string) => page.locator(`[role=gridcell][aria-label^="${number},"]`);

/** Milliseconds that the page has computed, by the thread's own clock: other programs do not count. */
async function computed(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await session.send('Performance.getMetrics');
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}

describe.skipIf(!HAS_CHROMIUM)('in a browser', () => {
  let harness: Harness;
  let page: Page;

  beforeAll(async () => {
    harness = await startHarness(sourceBundle);
  });
  afterAll(() => harness?.close());

  const open = async (name: string) => {
    page = await harness.open(sceneNamed(name));
    await sceneNamed(name).act?.(page);
    return page;
  };

  it('a press on a unit opens its facts, and Escape closes them', async () => {
    await open('board-light');
    await cell(page, '14-06').click();
    await expect.poll(() => page.locator('.kt-detail').innerText()).toContain('Mei-ling Lin');
    expect(await cell(page, '14-06').getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.kt-detail').count()).toBe(0);
  });

  it('the arrow keys move over the board and Enter opens the unit', async () => {
    await open('board-keyboard');
    const grid = page.locator('[role=grid]');
    const active = page.locator('[role=gridcell][data-active=true]');
    expect(await active.getAttribute('aria-label')).toMatch(/^13-04,/);
    expect(await grid.getAttribute('aria-activedescendant')).toBe(await active.getAttribute('id'));
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.kt-detail').getAttribute('aria-label')).toBe('Unit 13-04');
  });

  it('a filter dims what does not match and counts what does', async () => {
    await open('board-filtered');
    const bright = await page.locator('[role=gridcell][data-dim=false]').count();
    expect(await page.locator('.kt-filters-shown').innerText()).toBe(`${bright} of 218 units`);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => page.locator('[role=gridcell][data-dim=true]').count()).toBe(0);
  });

  it('a refusal is shown in words where the unit is, and what was entered stays', async () => {
    await open('board-refusal');
    const alert = page.locator('.kt-detail [role=alert]');
    await expect
      .poll(() => alert.innerText())
      .toMatch(/^14-02 is held by Ada Lovelace until Mar 12, 2026, 18:00/);
    expect(await page.locator('.kt-picked').innerText()).toContain('Mei-ling Lin');
  });

  it('a key among 1,500 units costs less than 50 ms of computing', async () => {
    await open('board-huge');
    await expect
      .poll(() => page.locator('[role=gridcell]').count(), { timeout: 30_000 })
      .toBeGreaterThan(1_450);
    await page.locator('[role=grid]').focus();
    await page.keyboard.press('ArrowDown');
    const before = await computed(page);
    for (let press = 0; press < 20; press += 1) await page.keyboard.press('ArrowDown');
    expect(((await computed(page)) - before) / 20).toBeLessThan(50);
  });

  it('a form says what is wrong at the field, and sends nothing', async () => {
    await open('form-reserve-wrong');
    await expect
      .poll(() => page.locator('.kt-wrong').allInnerTexts())
      .toEqual(['Choose who reserves the unit.', 'Enter an amount such as 50000.']);
  });

  it('a receipt starts with what is due today, less what was paid in advance', async () => {
    await open('form-receipt');
    await expect.poll(() => page.getByLabel('Amount').inputValue()).toBe('2895000');
  });

  it('a form that is done says so, tells Twenty and closes the side panel', async () => {
    await open('form-done');
    await expect
      .poll(() => page.locator('[role=status]').innerText())
      .toContain('were handed over to Mei-ling Lin');
    expect(await page.title()).toMatch(/snackbar .*success.* \| close/);
  });

  it('a record in another state is shown with the reason, and nothing to enter', async () => {
    await open('ledger-clear-blocked');
    await expect
      .poll(() => page.locator('.kt-notice').innerText())
      .toBe('This receipt is “Cleared”: nothing is left to do here.');
    expect(await page.locator('input, textarea').count()).toBe(0);
  });

  it('a file that was written is a link that the sandbox opens, and the form can write another', async () => {
    await open('ledger-statement');
    const link = page.locator('a.kt-link');
    await expect.poll(() => link.getAttribute('href')).toBe('http://twenty.test/files/statement.pdf');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await page.getByLabel('As of').count()).toBe(1);
    await page.getByLabel('As of').fill('2026-02-28');
    await expect.poll(() => link.count()).toBe(0);
  });

  it('to reject needs a reason, to approve does not', async () => {
    await open('ledger-approval-zh-dark');
    await expect.poll(() => page.locator('.kt-wrong').innerText()).toBe('请填写驳回原因。');
    await page.getByRole('button', { name: '批准' }).click();
    await expect.poll(() => page.title()).toMatch(/snackbar .*success.* \| close/);
  });

  it('a waiver follows what is waived', async () => {
    await open('ledger-waive');
    await expect.poll(() => page.getByLabel('Amount').inputValue()).toBe('30325');
    await page.getByLabel('What is waived').selectOption('PRINCIPAL');
    await expect.poll(() => page.getByLabel('Amount').inputValue()).toBe('1000000');
  });

  it('a price that needs approval is asked for at once, as it was agreed', async () => {
    await open('sales-reserve-pending');
    await page.getByRole('button', { name: 'Ask for approval' }).click();
    await expect.poll(() => page.locator('.kt-wrong').innerText()).toContain('Say why');
    await page.getByLabel('Why should this price be approved?').fill('The neighbour paid the same');
    await page.getByRole('button', { name: 'Ask for approval' }).click();
    await expect.poll(() => page.locator('.kt').innerText()).toContain('It waits for approval');
    const given = await page.evaluate(
      () => (globalThis as unknown as { keyturnPosted: Posted[] }).keyturnPosted,
    );
    expect(given.map(({ body }) => body)).toMatchObject([
      { buyerId: 'd0000000-0000-4000-8000-000000000001' },
      {
        command: 'confirm-reservation',
        input: { reservationId: 'e1', price: '13200000.00' },
        reason: 'The neighbour paid the same',
      },
    ]);
  });

  it('who buys with a reservation is sent with all shares', async () => {
    await open('sales-reservation-buyers');
    await page.getByLabel('Share (%)').first().fill('70');
    await page.getByLabel('Reason').fill('As the bank asks');
    await page.getByRole('button', { name: 'Change buyers' }).click();
    await expect.poll(() => page.locator('.kt-wrong').innerText()).toContain('110 %');
    await page.getByLabel('Share (%)').nth(1).fill('30');
    await page.getByRole('button', { name: 'Change buyers' }).click();
    await expect.poll(() => page.title()).toMatch(/snackbar .*success/);
    const given = await page.evaluate(
      () => (globalThis as unknown as { keyturnPosted: Posted[] }).keyturnPosted,
    );
    expect(given.map(({ body }) => body)).toMatchObject([
      {
        parties: [
          { buyerId: 'd1', sharePercent: '70' },
          { buyerId: 'd2', sharePercent: '30' },
        ],
        reason: 'As the bank asks',
      },
    ]);
  });

  it.each([
    'ledger-waive-phone-zh',
    'ledger-bank-post-phone-zh-dark',
    'ledger-plan-phone-zh-dark',
    'sales-reserve-joint-zh',
    'sales-reservation-buyers-wrong-zh',
    'sales-prices-done-zh',
    'sales-units-phone-zh-dark',
    'sales-change-unit-foretold-zh',
  ])('%s: nothing scrolls sideways on a phone', async (name) => {
    await open(name);
    await page.waitForTimeout(200);
    const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(content).toBeLessThanOrEqual(screen ?? 0);
  });

  it('fits a phone: nothing but the plan itself scrolls sideways', async () => {
    await open('board-phone');
    const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(content).toBeLessThanOrEqual(screen ?? 0);
  });
});
