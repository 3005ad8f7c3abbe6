/**
 * What the boards say is what plain SQL says of the same tables: on the replayed sample, on a small and on a big
 * generated workspace, over all projects and for one with another currency and time zone. And each board asks at
 * most twice, however much there is.
 */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '#scripts/build/definition-files.ts';
import { outputFolder } from '#scripts/build/stage.ts';
import { readSalesRecord } from '#scripts/sales-record/index.ts';
import { workspaceClient } from '#scripts/shared/workspace-client.ts';
import { loadInventory } from '#scripts/start/load-inventory.ts';
import { replay } from '#scripts/start/replay.ts';
import { SAMPLE } from '#scripts/start/start-demo.ts';
import { openWorkspace, type Workspace } from '#scripts/workspace/index.ts';
import type { Board } from '#widgets/insight/board/insight-board.tsx';
import { ALL, type Place, type Project } from '#widgets/insight/board/scope.ts';
import { BIG, fillBigGround, type GroundSize, SMALL } from './big-ground.ts';
import { BOARDS } from './boards.ts';
import { ageingBySql, collectionsBySql, executiveBySql, forecastBySql, mortgageBySql } from './money-sql.ts';
import { readFigures } from './read.ts';
import { funnelBySql, handoverBySql, inventoryBySql, leagueBySql, salesReportBySql } from './sales-sql.ts';
import { serviceBySql, titleBySql } from './service-sql.ts';
import { type Sql, sqlOf } from './sql.ts';

type Ground = { workspace: Workspace; requests: Map<string, number> };

async function generated(size: GroundSize): Promise<Workspace> {
  const workspace = await openWorkspace({ outputDir: outputFolder('legacy') });
  const members = await workspace.sql<{ id: string }>('SELECT id FROM "workspaceMember" ORDER BY id');
  const today = new Date().toISOString().slice(0, 10);
  await fillBigGround(
    workspace,
    size,
    today,
    members.map(({ id }) => id),
  );
  return workspace;
}

async function replayed(): Promise<Workspace> {
  const { record } = readSalesRecord(await readFile(projectPath(SAMPLE), 'utf8'));
  const workspace = await openWorkspace({ outputDir: outputFolder('legacy') });
  const client = workspaceClient(workspace.url, workspace.apiKey);
  await loadInventory(client, record, () => undefined);
  await replay(client, record, () => undefined);
  await workspace.settle();
  return workspace;
}

const GROUNDS = [
  ['the replayed sample', replayed, false],
  ['a small generated workspace', () => generated(SMALL), true],
  ['20,000 units, 15,000 contracts and 400,000 installments', () => generated(BIG), true],
] as const;

/** Of so many rows much is asked twice, and the machine may have other work. */
const A_WHILE = 300_000;

/** Of every ground that has been read, how often each board asked. */
const asked = new Map<string, Map<string, number>>();

describe.each(GROUNDS)('on %s', { timeout: A_WHILE }, (name, open, hasEuros) => {
  const ground = { requests: new Map<string, number>() } as Ground;
  const places: [string, Place][] = [['all projects', ALL]];

  beforeAll(async () => {
    ground.workspace = await open();
    asked.set(name, ground.requests);
    const projects = await ground.workspace.sql<Project>(
      `SELECT id, name, "currencyCode", "timeZone" FROM "keyturnProject" ORDER BY name`,
    );
    const last = projects.at(-1);
    if (hasEuros && last !== undefined) places.push([last.name, { kind: 'ONE', project: last }]);
  }, 4 * A_WHILE);
  afterAll(() => ground.workspace?.close());

  /** Reads a board in every place that it knows, and compares. */
  async function compare<F>(
    key: keyof typeof BOARDS,
    board: Board<F>,
    same: (figures: F, sql: Sql) => Promise<void>,
  ): Promise<void> {
    for (const [where, place] of places) {
      if (place.kind === 'ONE' && !board.byProject) continue;
      const { figures, told, requests } = await readFigures(ground.workspace, board, { place });
      expect(requests, where).toBeLessThanOrEqual(2);
      ground.requests.set(`${key}, ${place.kind}`, requests);
      await same(figures, sqlOf(ground.workspace, told));
    }
  }

  it('the sales report', () =>
    compare('sales-report', BOARDS['sales-report'].board, async (figures, sql) => {
      const { periods, now, before } = await salesReportBySql(sql);
      expect(figures.now).toEqual(now);
      expect(figures.before).toEqual(before);
      for (const { index, ...span } of periods) expect(figures.periods[index]).toMatchObject(span);
    }));

  it('the funnel', () =>
    compare('funnel', BOARDS.funnel.board, async (figures, sql) => {
      const { counts, amount, expired, ...rest } = await funnelBySql(sql);
      expect(figures.stages.map(({ count }) => count)).toEqual(counts);
      expect(figures.stages[0]?.amount).toEqual(amount);
      expect(figures.outcomes.find(({ state }) => state === 'EXPIRED')?.count).toBe(expired);
      expect(figures).toMatchObject(rest);
    }));

  it('the collections cockpit', () =>
    compare('collections-cockpit', BOARDS['collections-cockpit'].board, async (figures, sql) => {
      const { monthRate, recovery, ...rest } = await collectionsBySql(sql);
      expect(figures).toMatchObject(rest);
      expect(figures.months.at(-1)?.rate).toBe(monthRate);
      expect(figures.lateFee.recovery).toBe(recovery);
    }));

  it('the ageing', () =>
    compare('ageing', BOARDS.ageing.board, async (figures, sql) => {
      const { ageing, byCharge } = await ageingBySql(sql);
      expect(figures.all).toMatchObject(ageing);
      expect(figures.byCharge).toEqual(byCharge);
    }));

  it('inventory and price', () =>
    compare('inventory-price', BOARDS['inventory-price'].board, async (figures, sql) => {
      const { launched, sold, absorption, ages, types, ...rest } = await inventoryBySql(sql);
      const { averageDays, discount, available, monthsOfSupply, net } = rest;
      expect(figures.stock).toMatchObject({ launched, sold });
      expect(figures.absorption).toEqual(absorption);
      for (const [band, count] of Object.entries(ages)) {
        expect(figures.age.bands[band as keyof typeof ages].count, band).toBe(count);
      }
      expect(figures.age.averageDays).toBe(averageDays);
      expect(figures).toMatchObject({ discount, available, monthsOfSupply });
      expect(figures.netSales.reduce((all, each) => all + each, 0)).toBe(net);
      const own = figures.types.map((type) => [type.name, type.stock.launched.count, type.stock.sold.count]);
      expect(own.sort(([left = ''], [right = '']) => (left < right ? -1 : 1))).toEqual(types);
    }));

  it('mortgage progress', () =>
    compare('mortgage-progress', BOARDS['mortgage-progress'].board, async (figures, sql) => {
      const { statuses, agreed, medianDays } = await mortgageBySql(sql);
      for (const status of statuses) {
        expect(figures.statuses.find(({ state }) => state === status.state)).toMatchObject(status);
      }
      expect(figures).toMatchObject({ agreed, medianDays });
    }));

  it('handover progress', () =>
    compare('handover-progress', BOARDS['handover-progress'].board, async (figures, sql) => {
      const { ages, contractors, categories, ...rest } = await handoverBySql(sql);
      expect(figures).toMatchObject(rest);
      const { snags } = figures;
      expect(snags.ages.map(({ count }) => count)).toEqual(ages);
      expect(snags.contractors).toHaveLength(contractors.length);
      for (const contractor of contractors) expect(snags.contractors).toContainEqual(contractor);
      expect(snags.categories.filter(({ count }) => count > 0)).toHaveLength(categories.length);
      for (const category of categories) expect(snags.categories).toContainEqual(category);
    }));

  it('the league table', () =>
    compare('league-table', BOARDS['league-table'].board, async (figures, sql) => {
      for (const row of await leagueBySql(sql)) {
        expect(figures.rows.find(({ who }) => who === row.who)).toMatchObject(row);
      }
    }));

  it('the executive overview', () =>
    compare('executive-overview', BOARDS['executive-overview'].board, async (figures, sql) => {
      const { stock, supply, forecast, cohorts, thisYear, ...rest } = await executiveBySql(sql);
      expect(figures).toMatchObject(rest);
      expect(figures.thisYear.amount).toEqual(thisYear);
      expect(figures.stock).toMatchObject({ launched: stock.launched, sold: stock.sold });
      expect(figures.absorption).toEqual(stock.absorption);
      expect(figures.monthsOfSupply).toBe(supply.monthsOfSupply);
      expect(figures.cohorts).toMatchObject(cohorts);
      expect(figures.cash.forecast).toMatchObject(forecast);
    }));

  it('the cash forecast', () =>
    compare('cash-forecast', BOARDS['cash-forecast'].board, async (figures, sql) => {
      expect(figures.forecast).toMatchObject(await forecastBySql(sql));
    }));

  it('title progress', () =>
    compare('title-progress', BOARDS['title-progress'].board, async (figures, sql) => {
      const { reasons, states, ...rest } = await titleBySql(sql);
      expect(figures).toMatchObject(rest);
      expect(figures.reasons.filter(({ count }) => count > 0)).toHaveLength(reasons.length);
      for (const reason of reasons) expect(figures.reasons).toContainEqual(reason);
      expect(figures.states.filter(({ count }) => count > 0)).toHaveLength(states.length);
      for (const state of states) expect(figures.states).toContainEqual(state);
    }));

  it('the service', () =>
    compare('service-figures', BOARDS['service-figures'].board, async (figures, sql) => {
      const { open, states, kinds, ...rest } = await serviceBySql(sql);
      expect(figures).toMatchObject(rest);
      expect(figures.open.count).toBe(open);
      for (const { state, count } of figures.open.states) expect(count, state).toBe(states[state] ?? 0);
      const told = figures.kinds.filter(({ count }) => count > 0);
      expect(told).toHaveLength(kinds.length);
      for (const kind of kinds) expect(told).toContainEqual(kind);
    }));
});

it('each board asks as often of much as of little', () => {
  const [, small, big] = [...asked.values()];
  expect(small?.size).toBe(19);
  expect(Object.fromEntries(big ?? [])).toEqual(Object.fromEntries(small ?? []));
});
