/** Scenes of the deal desk and of the forms of a quote. */
import type { Page } from 'playwright-core';
import { DESK_RECORDS, DRAFTS, deskAnswers, SENT_QUOTE, UNITS } from './desk-server.ts';
import type { Scene } from './scenes.ts';

const DESK = 'deal/deal-desk/deal-desk.widget';
const PANEL = { width: 480, height: 760 };
const PHONE = { width: 390, height: 844 };
const ZH = { locale: 'zh-CN' };
const DARK = { scheme: 'dark' } as const;

function desk(name: string, changes: Partial<Scene> = {}): Scene {
  return {
    name: `desk-${name}`,
    widget: DESK,
    world: 'FULL',
    scheme: 'light',
    locale: 'en',
    width: 1280,
    height: 860,
    selectedRecordIds: [],
    answers: deskAnswers(),
    ...changes,
    records: { ...DESK_RECORDS, ...changes.records },
  };
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

export async function chooseUnit(page: Page, unit = 'A 12-03'): Promise<void> {
  await page.locator('.kt-unit-choice', { hasText: unit }).click();
}

export async function chooseBuyer(page: Page): Promise<void> {
  await page.getByLabel('Buyer', { exact: true }).fill('lin');
  await page.getByText('Mei-ling Lin').first().click();
}

export async function toPlan(page: Page): Promise<void> {
  await chooseUnit(page);
  await chooseBuyer(page);
  await button(page, 'Continue').click();
  await page.getByLabel(/^Payment plan/).selectOption('q1');
  await page.getByLabel(/^Signing planned on/).fill('2026-03-20');
  await page.waitForTimeout(600);
}

export async function toPrice(page: Page): Promise<void> {
  await toPlan(page);
  await page.getByLabel('With a mortgage loan').check();
  await page.getByLabel(/^Interest a year/).fill('2.2');
  await button(page, 'Continue').click();
  await page.getByLabel(/^Early bird/).check();
  await page.waitForTimeout(600);
}

export async function toDeposit(page: Page): Promise<void> {
  await toPrice(page);
  await button(page, 'Continue').click();
  await page.waitForTimeout(400);
}

async function reserve(page: Page): Promise<void> {
  await toDeposit(page);
  await button(page, 'Reserve unit').click();
  await page.waitForTimeout(500);
}

async function resume(page: Page): Promise<void> {
  await button(page, /^(Go on with|继续办理)/).click();
  await page.waitForTimeout(700);
}

const withDrafts = { keyturnQuotes: () => DRAFTS };
const RESUMED = { records: withDrafts, act: resume };

export const DESK_SCENES: Scene[] = [
  desk('unit'),
  desk('unit-dark', DARK),
  desk('drafts', { records: withDrafts }),
  desk('drafts-phone-zh', { ...PHONE, ...ZH, records: withDrafts }),
  desk('resumed', RESUMED),
  desk('resumed-dark', { ...RESUMED, ...DARK }),
  desk('resumed-zh', { ...RESUMED, ...ZH, height: 1000 }),
  desk('resumed-phone', { ...RESUMED, ...PHONE, height: 1700 }),
  desk('resumed-gone', { ...RESUMED, answers: deskAnswers({ isGone: true }) }),
  desk('buyers', {
    act: async (page) => {
      await chooseUnit(page);
      await chooseBuyer(page);
      await button(page, 'Add joint buyer').click();
      await page.waitForTimeout(500);
    },
  }),
  desk('plan', { act: toPlan }),
  desk('price', { act: toPrice }),
  desk('price-approval', {
    act: async (page) => {
      await toPrice(page);
      await page.getByLabel(/^Last of the floor/).check();
      await page.waitForTimeout(600);
    },
  }),
  desk('price-manager', {
    ...DARK,
    act: async (page) => {
      await toPrice(page);
      await page.getByLabel(/^Owner’s friend/).check();
      await page.waitForTimeout(600);
    },
  }),
  desk('deposit', { act: toDeposit }),
  desk('deposit-phone-dark', { ...PHONE, ...DARK, height: 1900, act: toDeposit }),
  desk('reserved', { act: reserve }),
  desk('lost', { act: reserve, answers: deskAnswers({ isLost: true }) }),
  desk('pending', {
    answers: deskAnswers({ isPending: true }),
    act: async (page) => {
      await toPrice(page);
      await page.getByLabel(/^Last of the floor/).check();
      await page.waitForTimeout(600);
      await button(page, 'Continue').click();
      await button(page, 'Reserve unit').click();
      await page.waitForTimeout(500);
    },
  }),
  desk('sent', {
    act: async (page) => {
      await toDeposit(page);
      await page.getByLabel(/^Language/).selectOption('BOTH');
      await button(page, 'Send quote').click();
      await page.waitForTimeout(700);
    },
  }),
  desk('from-unit', { ...PANEL, selectedRecordIds: [UNITS[0]?.id ?? ''] }),
  desk('from-quote', {
    ...PANEL,
    height: 1300,
    selectedRecordIds: [SENT_QUOTE.id],
    records: { keyturnQuotes: () => [SENT_QUOTE], keyturnUnits: () => [] },
  }),
  desk('loading', { world: 'SLOW' }),
  desk('no-right', { world: 'NO_RIGHT' }),
  desk('offline-zh', { world: 'OFFLINE', ...ZH }),
  desk('nothing', { records: { keyturnProjects: () => [] } }),
  desk('no-units', { records: { keyturnUnits: () => [] } }),
  desk('send-form', {
    ...PANEL,
    widget: 'deal/quote/send-quote.widget',
    selectedRecordIds: ['x'],
    records: { keyturnQuotes: () => DRAFTS },
  }),
  desk('withdraw-form-zh', {
    ...PANEL,
    ...ZH,
    widget: 'deal/quote/withdraw-quote.widget',
    selectedRecordIds: ['x'],
    records: { keyturnQuotes: () => [SENT_QUOTE] },
  }),
];
