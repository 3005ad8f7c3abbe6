/** A price list of 5,000 rows (H2.2): wrong rows named, small answers, few requests, the same file once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { undoPriceScheme } from '#commands/inventory/undo-price-scheme.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import type { Store } from '#port/store.ts';
import { type Ground, openGround } from './ground.ts';
import { type Desk, inProcess } from './in-process.ts';
import {
  activate,
  buildPriceSite,
  itemsOf,
  listPrices,
  type PriceSite,
  priceList,
  read,
  schemesOf,
} from './price-site.ts';

const ROWS = 5_000;
/** What a function may answer. */
const MOST_BYTES = 100_000;
/** 25 batches of 200 with four requests each, and pages of 200 to read what is worked on. */
const MOST_REQUESTS = 220;

const TOTALS = Array.from({ length: ROWS }, (_, index) => `${1_000_000 + index}.00`);

describe('5,000 rows', () => {
  let ground: Ground;
  let desk: Desk;
  let store: Store;
  let site: PriceSite;

  beforeAll(async () => {
    ground = await openGround();
    desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
    store = desk.store;
    site = await buildPriceSite(store, ROWS);
  }, 600_000);
  afterAll(() => ground.close());

  const requests = () => {
    const { queries, mutations } = ground.workspace.requests;
    return { queries, mutations, all: queries + mutations };
  };

  it('wrong rows are named, as many as fit; nothing is made', async () => {
    const wrong = [7, 1_234, 4_999];
    const totals = TOTALS.map((total, index) => (wrong.includes(index) ? 'call us' : total));
    const answer = await read(store, site, priceList(totals));
    // The header is row 1.
    expect(answer.problems.map(({ row, column, code }) => [row, column, code])).toEqual(
      wrong.map((index) => [index + 2, 'Total price', 'NOT_A_NUMBER']),
    );
    expect(answer).toMatchObject({ wrong: 3, rows: 4_997, priceSchemeId: null });
    const allWrong = await read(store, site, priceList(TOTALS.map(() => 'call us')));
    expect(allWrong.wrong).toBe(ROWS);
    expect(JSON.stringify(allWrong).length).toBeLessThan(MOST_BYTES);
    expect(await schemesOf(store, site)).toEqual([]);
  }, 120_000);

  it('become a scheme in batches; the same file again changes nothing', async () => {
    ground.workspace.requests.reset();
    const answer = await read(store, site, priceList(TOTALS));
    expect(answer).toMatchObject({ rows: ROWS, wrong: 0, isKnown: false, state: 'DRAFT' });
    expect(JSON.stringify(answer).length).toBeLessThan(MOST_BYTES);
    expect(requests().mutations).toBe(ROWS / 200 + 1);
    expect(requests().all).toBeLessThan(MOST_REQUESTS);
    ground.workspace.requests.reset();
    const again = await read(store, site, priceList(TOTALS));
    expect(again).toMatchObject({ priceSchemeId: answer.priceSchemeId, isKnown: true });
    expect(requests().mutations).toBe(0);
    expect(await itemsOf(store, answer.priceSchemeId)).toHaveLength(ROWS);
  }, 120_000);

  it('are activated and undone in some two hundred requests each', async () => {
    const [scheme] = await schemesOf(store, site);
    ground.workspace.requests.reset();
    const activated = await activate(desk, scheme?.id ?? null);
    expect(isRefused(activated)).toBe(false);
    expect(requests().all).toBeLessThan(MOST_REQUESTS);
    expect(await listPrices(store, site)).toEqual(TOTALS);
    ground.workspace.requests.reset();
    await desk.done(undoPriceScheme, { priceSchemeId: scheme?.id, reason: 'Wrong file' });
    expect(requests().all).toBeLessThan(MOST_REQUESTS);
    expect(new Set(await listPrices(store, site))).toEqual(new Set(['1000000.00']));
  }, 600_000);
});
