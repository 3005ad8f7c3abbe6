/**
 * The page of `npm start` in a real browser, on the embedded workspace with the built extension: a small development
 * with one unit in each state that a board shows.
 */
import { randomUUID } from 'node:crypto';
import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core';
import { outputFolder } from '#scripts/build/stage.ts';
import { workspaceClient } from '#scripts/shared/workspace-client.ts';
import type { Settings } from '#scripts/start/page/settings.ts';
import { demoPage } from '#scripts/start/page.ts';
import { openWorkspace, type Workspace } from '#scripts/workspace/index.ts';
import { buildSite, expectDone, reserve, type Site, sign } from '#tests/road/ground.ts';
import { CHROMIUM } from '#tests/widgets/harness/open-scene.ts';

export type Look = { role?: string; language?: string; scheme?: string };

export type Stage = {
  workspace: Workspace;
  site: Site;
  /** One contract with a first installment that is due. */
  contractId: string;
  settings: Settings;
  /** A tab at an address of the page, as somebody with a role sees it. */
  open: (address: string, look?: Look) => Promise<Page>;
  close: () => Promise<void>;
};

export const SALES = 'Keyturn Sales';
export const MANAGER = 'Keyturn Sales manager';
export const FINANCE = 'Keyturn Finance';

/** What went wrong in any tab; a test asks that it is nothing. */
export const pageErrors: string[] = [];

export async function openStage(): Promise<Stage> {
  const page = demoPage(outputFolder('legacy'));
  const workspace = await openWorkspace({ outputDir: outputFolder('legacy'), handleRequest: page.handle });
  page.attach(workspace);
  const site = await buildSite(workspaceClient(workspace.url, workspace.apiKey), { units: 12, buyers: 3 });
  const contractId = await play(workspace, site);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const settings = (await (await fetch(`${workspace.url}/settings.json`)).json()) as Settings;
  return {
    workspace,
    site,
    contractId,
    settings,
    open: (address, look) => openTab(browser, workspace, address, look),
    close: async () => {
      await browser.close();
      await workspace.close();
    },
  };
}

/** The last units are held, reserved and sold; the first stay free for the tests. */
async function play(workspace: Workspace, { unitIds, buyerIds, ...site }: Site): Promise<string> {
  const member = workspace.members.find(({ roleLabel }) => roleLabel === SALES);
  const sales = workspaceClient(workspace.url, member?.token ?? '');
  const [buyerId = ''] = buyerIds;
  const [held = '', reserved = '', sold = ''] = unitIds.slice(-3);
  const requestId = randomUUID();
  expectDone(await sales.command('deal', 'hold-unit', { requestId, unitId: held, forWhom: 'Mrs Lin' }));
  expectDone(await reserve(sales, reserved, buyerId));
  const { reservationId } = expectDone(await reserve(sales, sold, buyerId));
  const { contractId } = expectDone(await sign(sales, { unitIds, buyerIds, ...site }, reservationId));
  await playLedger(workspace, contractId);
  await playQueue(workspace, site.projectId, buyerId);
  return contractId;
}

const today = () => new Date().toISOString().slice(0, 10);

/** Something of most that finance works with, so that each form has a record to be about. */
async function playLedger(workspace: Workspace, contractId: string): Promise<void> {
  const all = workspaceClient(workspace.url, workspace.apiKey);
  const give = async (command: string, input: object, room = 'ledger') =>
    expectDone(await all.command(room, command, { requestId: randomUUID(), ...input }));
  await give('record-receipt', {
    contractId,
    amount: '500.00',
    method: 'TRANSFER',
    receivedOn: today(),
  });
  await give('record-promise', { contractId, amount: '100.00', payBy: today() });
  await give('open-mortgage', {
    contractId,
    bank: 'First Bank',
    kind: 'COMMERCIAL',
    amountAsked: '500000.00',
    termMonths: 240,
    annualRatePercent: '2.1',
    repayment: 'EQUAL_INSTALLMENT',
  });
  const input = { contractId, kind: 'MUTUAL', cancelledOn: today(), reason: 'Both agree' };
  await give('ask-approval', { command: 'cancel-contract', input, reason: 'Both agree' }, 'system');
}

/** A batch that is sold by queue, with a ticket, and prices that wait to be activated. */
async function playQueue(workspace: Workspace, projectId: string, buyerId: string): Promise<void> {
  const all = workspaceClient(workspace.url, workspace.apiKey);
  const batchId = randomUUID();
  const create = (type: string, data: object) =>
    all.graphql(`mutation ($data: ${type}CreateInput!) { create${type}(data: $data) { id } }`, { data });
  const batch = { id: batchId, name: 'Phase 2', projectId, salesMode: 'QUEUE_ORDER' };
  await create('KeyturnReleaseBatch', batch);
  await create('KeyturnPriceScheme', { name: 'Version 1', projectId });
  expectDone(await all.command('deal', 'take-ticket', { requestId: randomUUID(), batchId, buyerId }));
}

async function openTab(
  browser: Browser,
  workspace: Workspace,
  address: string,
  { role = SALES, language = 'en', scheme = 'light' }: Look = {},
): Promise<Page> {
  const member = workspace.members.find(({ roleLabel }) => roleLabel === role);
  const url = new URL(address, workspace.url);
  for (const [name, value] of Object.entries({ member: member?.id ?? '', language, scheme }))
    url.searchParams.set(name, value);
  // In the zone of the site's project: its today is the one that forms begin with.
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, timezoneId: 'UTC' });
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => pageErrors.push(`${url.pathname}${url.search}: ${error.message}`));
  await page.goto(url.href);
  return page;
}

/** The key of a page of the catalogue, by its English name. */
export function pageKey({ catalogue }: Settings, name: string): string {
  const found = catalogue.pages.find((page) => page.name === name);
  if (found === undefined) throw new Error(`No page is called ${name}`);
  return found.key;
}

/** The frame of a widget, by the title that its page gives it. */
export function frameOf(page: Page, title: string): FrameLocator {
  return page.frameLocator(`iframe[title="${title}"]`);
}
