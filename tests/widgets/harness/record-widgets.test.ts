/** The widgets of records in a browser: what is done right there changes what they show, and a refusal is read. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourceBundle } from './bundles.ts';
import { HAS_CHROMIUM, type Harness, startHarness } from './open-scene.ts';
import { sceneNamed } from './scenes.ts';

type Posted = { command: string; body: Record<string, unknown> };

const posted = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { keyturnPosted: Posted[] }).keyturnPosted);

/** On a machine that does much else a page takes its time. */
const SLOW = { timeout: 20_000 };

describe.skipIf(!HAS_CHROMIUM)('the widgets of records in a browser', () => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await startHarness(sourceBundle);
  });
  afterAll(() => harness?.close());

  const open = async (name: string) => {
    const scene = sceneNamed(`record-${name}`);
    const page = await harness.open(scene);
    await page.locator('.kt-record').waitFor();
    await scene.act?.(page);
    return page;
  };

  it('a receipt that is recorded on a contract changes its schedule', { timeout: 60_000 }, async () => {
    const page = await open('contract-paying');
    const foundation = page.locator('.kt-schedule tbody tr').nth(2);
    await expect.poll(() => foundation.innerText(), SLOW).toContain('Overdue');
    await page.getByRole('button', { name: 'Record receipt' }).click();
    const form = page.locator('.kt-record-form');
    await expect.poll(() => form.getByLabel('Amount').inputValue(), SLOW).toBe('1930000');
    await form.getByRole('button', { name: 'Record receipt' }).click();
    await expect.poll(() => foundation.innerText(), SLOW).toContain('Paid');
    expect(await form.count()).toBe(0);
    expect(await page.locator('.kt-notice[data-tone=good]').count()).toBe(1);
    expect(await page.locator('.kt-record').innerText()).toContain('nothing is late');
    expect(await posted(page)).toMatchObject([
      { command: 'keyturn/ledger/record-receipt', body: { contractId: 'c1', amount: '1930000' } },
    ]);
  });

  it('the next step of a reservation is one press; once it is taken there is another', {
    timeout: 60_000,
  }, async () => {
    const page = await open('reservation-paying');
    const next = page.locator('.kt-record-buttons [data-look=primary]');
    await expect.poll(() => next.innerText(), SLOW).toBe('Record deposit');
    await next.click();
    const form = page.locator('.kt-record-form');
    await expect.poll(() => form.getByLabel('Amount').inputValue(), SLOW).toBe('150000');
    await form.getByRole('button', { name: 'Record receipt' }).click();
    await expect.poll(() => next.innerText(), SLOW).toBe('Sign contract');
    expect(await page.locator('.kt-record').innerText()).toContain('Nothing is missing');
    expect(await posted(page)).toMatchObject([{ body: { reservationId: 'r1', amount: '150000' } }]);
  });

  it('a refusal is told where it was asked, and what was entered stays', { timeout: 60_000 }, async () => {
    const page = await open('reservation-refused');
    const alert = page.locator('.kt-record-form [role=alert]');
    await expect.poll(() => alert.innerText(), SLOW).toContain('may be extended once');
    expect(await page.locator('.kt-record-form').getByLabel('Hours').count()).toBe(1);
  });

  it('by keyboard alone: an action is reached, opened and closed', { timeout: 60_000 }, async () => {
    const page = await open('unit-planned');
    const form = page.locator('.kt-record-form');
    await expect.poll(() => form.count(), SLOW).toBe(1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => form.count(), SLOW).toBe(0);
  });

  it('what a role may not see is said in a sentence, and the rest is shown', {
    timeout: 60_000,
  }, async () => {
    const page = await open('project-partly');
    const text = await page.locator('.kt-record').innerText();
    expect(text).toContain('Your role may not see this part.');
    expect(text).toContain('Stock by state');
  });

  it.each(['contract-phone', 'reservation-phone', 'unit-phone', 'person-phone', 'project-phone'])(
    '%s: nothing scrolls sideways',
    { timeout: 60_000 },
    async (name) => {
      const page = await open(name);
      await page.waitForTimeout(200);
      const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(content).toBeLessThanOrEqual(screen ?? 0);
    },
  );
});
