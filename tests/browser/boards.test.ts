/** People at work in a browser: the built widgets on the embedded workspace, with the rights of each role. */
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_CHROMIUM } from '#tests/widgets/harness/open-scene.ts';
import { FINANCE, frameOf, type Look, MANAGER, openStage, pageErrors, pageKey, type Stage } from './stage.ts';

if (!HAS_CHROMIUM)
  console.warn('No Chromium: the tests of the boards in a browser are left out. Set CHROMIUM to its path.');

const cell = (board: FrameLocator, unit: string) => board.locator(`[role=gridcell][aria-label^="${unit},"]`);

/** A busy machine takes its time. */
const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 20_000 });

/** What is on the keyboard's mind: the element itself, or the one inside the focused frame. */
const focusedText = (page: Page) =>
  page.evaluate(() => {
    const outer = document.activeElement;
    const inner = outer instanceof HTMLIFrameElement ? outer.contentDocument?.activeElement : outer;
    return inner?.getAttribute('aria-label') ?? inner?.textContent ?? '';
  });

describe.skipIf(!HAS_CHROMIUM)('the boards in a browser', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  async function openBoard(look?: Look) {
    const page = await stage.open(`/?view=${pageKey(stage.settings, 'Sales control')}`, look);
    const title = look?.language === 'zh-CN' ? '销控' : 'Sales control';
    return { page, board: frameOf(page, title) };
  }

  async function reserveIn(board: FrameLocator, unit: string, buyer: string) {
    await cell(board, unit).click();
    await board.getByRole('button', { name: 'Reserve', exact: true }).click();
    await board.getByRole('textbox', { name: 'Buyer' }).fill(buyer);
    await board.getByRole('button', { name: buyer }).click();
  }

  const stateOf = async (unitId: string) => {
    const [row] = await stage.workspace.sql<{ state: string }>(
      'SELECT "state" FROM "keyturnUnit" WHERE "id" = $1',
      [unitId],
    );
    return row?.state;
  };

  it('a salesperson reserves a unit from the board, and the board shows it', async () => {
    const { page, board } = await openBoard();
    await reserveIn(board, '1', 'Buyer 1');
    await board.getByRole('button', { name: 'Reserve unit' }).click();
    await soon(() => cell(board, '1').getAttribute('aria-label')).toContain('Reserved');
    expect(await stateOf(stage.site.unitIds[0] ?? '')).toBe('LARGE_RESERVED');
    await page.close();
  });

  it('of two who reserve the same unit one wins; the other reads whose it is, and the board says so', async () => {
    const first = await openBoard();
    const second = await openBoard({ role: MANAGER });
    await reserveIn(first.board, '2', 'Buyer 1');
    await reserveIn(second.board, '2', 'Buyer 2');
    await Promise.all(
      [first, second].map(({ board }) => board.getByRole('button', { name: 'Reserve unit' }).click()),
    );
    const told = ({ board }: typeof first) => board.locator('.kt-detail [role=alert]').allInnerTexts();
    await soon(async () => [...(await told(first)), ...(await told(second))].length).toBe(1);
    const [refusal = ''] = [...(await told(first)), ...(await told(second))];
    expect(refusal).toMatch(/^\S.* is held by Buyer [12]/);
    for (const { board } of [first, second])
      await soon(() => cell(board, '2').getAttribute('aria-label')).toContain('Reserved');
    expect(await stateOf(stage.site.unitIds[1] ?? '')).toBe('LARGE_RESERVED');
    await first.page.close();
    await second.page.close();
  });

  it('finance records a receipt on a contract from its commands', async () => {
    const page = await stage.open('/?view=list-contracts', { role: FINANCE });
    await page.locator('tbody button').first().click();
    await page
      .getByRole('group', { name: 'Commands' })
      .getByRole('button', { name: 'Record receipt' })
      .click();
    const form = frameOf(page, 'Record receipt');
    await form.getByLabel('Amount').fill('1000');
    await form.getByRole('button', { name: 'Record receipt' }).click();
    await soon(() => page.locator('#snackbar').innerText()).not.toBe('');
    const rows = await stage.workspace.sql<{ amountAmountMicros: string }>(
      'SELECT "amountAmountMicros" FROM "keyturnReceipt" WHERE "contractId" = $1',
      [stage.contractId],
    );
    expect(rows.map(({ amountAmountMicros }) => Number(amountAmountMicros))).toContain(1_000_000_000);
    await page.close();
  });

  it('a salesperson who records money reads why not, and what was entered stays', async () => {
    const page = await stage.open('/?view=list-contracts');
    await page.locator('tbody button').first().click();
    await page
      .getByRole('group', { name: 'Commands' })
      .getByRole('button', { name: 'Record receipt' })
      .click();
    const form = frameOf(page, 'Record receipt');
    await form.getByLabel('Amount').fill('1000');
    await form.getByRole('button', { name: 'Record receipt' }).click();
    await soon(() => form.locator('[role=alert]').innerText()).toMatch(/right|role|may/i);
    expect(await form.getByLabel('Amount').inputValue()).toBe('1000');
    await page.close();
  });

  it('the language is switched, and the board speaks it', async () => {
    const { page, board } = await openBoard();
    await cell(board, '3').waitFor();
    await page.getByLabel('Language').selectOption('zh-CN');
    const chinese = frameOf(page, '销控');
    await soon(() => cell(chinese, '3').getAttribute('aria-label')).toContain('可售');
    expect(await page.getByRole('link', { name: '我的一天' }).count()).toBe(1);
    await page.close();
  });

  it('a unit is reserved by keyboard alone', async () => {
    const { page, board } = await openBoard();
    await cell(board, '4').waitFor();
    const tabTo = async (wanted: RegExp) => {
      const met: string[] = [];
      for (let press = 0; press < 60; press += 1) {
        const text = await focusedText(page);
        if (wanted.test(text)) return;
        met.push(text);
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab never reaches ${wanted}, only ${[...new Set(met)].join(', ')}`);
    };
    await board.locator('[role=grid]').first().focus();
    await page.keyboard.press('Home');
    for (let press = 0; press < 12; press += 1) {
      const active = board.locator('[role=gridcell][data-active=true]');
      if (/^4,/.test((await active.getAttribute('aria-label')) ?? '')) break;
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('Enter');
    await board.locator('.kt-detail').waitFor();
    await tabTo(/^Reserve$/);
    await page.keyboard.press('Enter');
    const buyer = board.getByRole('textbox', { name: 'Buyer' });
    for (let press = 0; press < 20; press += 1) {
      if (await buyer.evaluate((element) => element === element.ownerDocument.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('Buyer 2');
    // Not the offer to take the name as it is, which is there before the person has been found.
    await board.getByRole('button', { name: /^Buyer 2/ }).waitFor();
    await tabTo(/^Buyer 2/);
    await page.keyboard.press('Enter');
    await tabTo(/^Reserve unit$/);
    await page.keyboard.press('Enter');
    await soon(() => cell(board, '4').getAttribute('aria-label')).toContain('Reserved');
    await page.close();
  });

  it('my day shows what the salesperson holds, and its next step opens the form', async () => {
    const page = await stage.open(`/?view=${pageKey(stage.settings, 'My day')}`);
    const day = frameOf(page, 'My day');
    const hold = day.locator('li').filter({ hasText: 'Mrs Lin' });
    await hold.getByRole('button', { name: /^Reserve/ }).click();
    await soon(() => frameOf(page, 'Reserve').getByRole('textbox', { name: 'Buyer' }).count()).toBe(1);
    await page.close();
  });

  it('nothing failed in any of the pages', () => {
    expect(pageErrors).toEqual([]);
  });
});
