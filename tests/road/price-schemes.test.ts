/** Price schemes on the road (H2.2, A004): read, approved, activated, undone; twice, cut off and raced. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reserveUnit } from '#commands/deal/reserve-unit.ts';
import { ALL_COMMANDS } from '#commands/index.ts';
import { activatePriceScheme } from '#commands/inventory/activate-price-scheme.ts';
import { undoPriceScheme } from '#commands/inventory/undo-price-scheme.ts';
import { askApproval, decideApproval } from '#commands/system/approvals.ts';
import { resumeCommands } from '#commands/system/jobs.ts';
import { formatMoney } from '#domain/shared/money.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import type { Store } from '#port/store.ts';
import { type Ground, openGround } from './ground.ts';
import { type Desk, eachCrash, inProcess } from './in-process.ts';
import {
  activate,
  askAndApprove,
  buildPriceSite,
  DIRECTOR,
  eur,
  itemsOf,
  listPrices,
  type PriceSite,
  priceList,
  priceState,
  read,
  schemesOf,
  tryRead,
  unitsOf,
} from './price-site.ts';

let ground: Ground;
let desk: Desk;
let store: Store;

beforeAll(async () => {
  ground = await openGround();
  desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
  store = desk.store;
});
afterAll(() => ground.close());

const FIRST = ['1100000.00', '1200000.00', '1300000.00'];
const SECOND = ['1150000.00', '1250000.00', '1350000.00'];

const reserved = (unitId: string) => desk.done(reserveUnit, { unitId, buyerName: 'Lin Mei' });

/** A site whose first list is active. */
async function activeSite(count = 3): Promise<{ site: PriceSite; first: string }> {
  const site = await buildPriceSite(store, count);
  const { priceSchemeId } = await read(store, site, priceList(FIRST.slice(0, count)));
  expect(isRefused(await activate(desk, priceSchemeId))).toBe(false);
  return { site, first: priceSchemeId ?? '' };
}

const LATER = () => new Date(Date.now() + 10 * 60_000);

describe('reading a price list', () => {
  it('H2.2: a dry run says what would change and writes nothing', async () => {
    const site = await buildPriceSite(store, 4, (index) =>
      index === 0 ? { listPrice: null } : index === 3 ? { state: 'PLANNED' } : {},
    );
    await reserved(site.unitIds[2] ?? '');
    const text = priceList(['900000.00', '1100000.00', '1200000.00', '1000000.00']);
    const answer = await read(store, site, text, { isDryRun: true });
    expect(answer).toMatchObject({
      isDryRun: true,
      priceSchemeId: null,
      rows: 4,
      wrong: 0,
      counts: { NEW: 1, CHANGED: 1, SAME: 1, BLOCKED: 1 },
      amountBefore: '3000000.00',
      amountAfter: '4000000.00',
      averageBefore: '10000.00',
      averageAfter: '10000.00',
    });
    expect(answer.changes.map(({ unit, outcome, before, after }) => [unit, outcome, before, after])).toEqual([
      [`${site.code}-3`, 'BLOCKED', '1000000.00', '1200000.00'],
      [`${site.code}-1`, 'NEW', null, '900000.00'],
      [`${site.code}-2`, 'CHANGED', '1000000.00', '1100000.00'],
    ]);
    expect(await schemesOf(store, site)).toEqual([]);
  });

  it('with a wrong row nothing is made, and the row, its column and what to do are named', async () => {
    const site = await buildPriceSite(store, 2);
    const answer = await read(store, site, `${priceList(['1100000.00'])}\nA,99,100,,500000.00,,`);
    expect(answer).toMatchObject({ priceSchemeId: null, wrong: 1, rows: 1 });
    expect(answer.problems).toEqual([
      {
        row: 3,
        column: 'Unit',
        code: 'UNIT_UNKNOWN',
        facts: { unit: 'A 99' },
        problem: expect.stringContaining('Correct the building and number'),
      },
    ]);
    expect(await schemesOf(store, site)).toEqual([]);
  });

  it('becomes a draft of the next version with a price for every row; no unit is touched', async () => {
    const { site } = await activeSite();
    const answer = await read(store, site, priceList(SECOND));
    expect(answer).toMatchObject({ isKnown: false, state: 'DRAFT', rows: 3 });
    const schemes = await schemesOf(store, site);
    expect(schemes.map(({ version, state }) => [version, state])).toEqual([
      [1, 'ACTIVE'],
      [2, 'DRAFT'],
    ]);
    expect((await itemsOf(store, answer.priceSchemeId)).map(({ outcome }) => outcome)).toEqual(
      Array(3).fill('CHANGED'),
    );
    expect(await listPrices(store, site)).toEqual(FIRST);
  });

  it('the same file again changes nothing and answers with the scheme that was made of it', async () => {
    const { site, first } = await activeSite();
    const before = await priceState(store, site);
    ground.workspace.requests.reset();
    const again = await read(store, site, priceList(FIRST));
    expect(again).toMatchObject({ isKnown: true, priceSchemeId: first, state: 'ACTIVE' });
    expect(ground.workspace.requests.mutations).toBe(0);
    expect(await priceState(store, site)).toEqual(before);
  });

  it('a file whose scheme was undone makes a new version', async () => {
    const { site, first } = await activeSite();
    await desk.done(undoPriceScheme, { priceSchemeId: first, reason: 'Too early' });
    const again = await read(store, site, priceList(FIRST));
    expect(again).toMatchObject({ isKnown: false, state: 'DRAFT' });
    expect((await schemesOf(store, site)).map(({ version }) => version)).toEqual([1, 2]);
  });

  it('the newest table among the files of the project is read, and no other file', async () => {
    const site = await buildPriceSite(store, 1);
    const files = {
      attached: async () => [
        { fileId: '1', name: 'site plan.pdf', url: '' },
        { fileId: '2', name: 'prices.csv', url: '' },
      ],
      read: async () => new TextEncoder().encode(priceList(['1100000.00'])),
    };
    const { projectId } = site;
    const answer = await tryRead(store, '', { projectId }, files as never);
    expect(answer).toMatchObject({ plan: { file: 'prices.csv', state: 'DRAFT' } });
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['no such project', 'A', { projectId: randomUUID() }],
    ['no file', '', {}],
    ['no header', 'a,b\n1,2', {}],
    ['no row', 'Unit,Price\nTotal,1', {}],
    ['no table', '\u0000\u0001', {}],
  ])('%s is refused and nothing is written', async (_what, text, more) => {
    const site = await buildPriceSite(store, 1);
    const answer = await tryRead(store, text, { projectId: site.projectId, ...more });
    expect(answer).toMatchObject({
      refused: { code: expect.stringMatching(/^(NOT_FOUND|FILE_UNREADABLE)$/) },
    });
    expect(await schemesOf(store, site)).toEqual([]);
  });

  it('cut off at any write, the same file again completes the same draft', async () => {
    const site = await buildPriceSite(store, 3);
    const clean = async () => {
      const answer = await read(store, site, priceList(FIRST));
      return (await itemsOf(store, answer.priceSchemeId)).length;
    };
    await eachCrash(
      (wrap) => tryRead(wrap(store), priceList(FIRST), { projectId: site.projectId }),
      async (label) => {
        expect(await clean(), label).toBe(3);
        expect(await schemesOf(store, site), label).toHaveLength(1);
      },
    );
  });

  it('two lists read at the same time become two versions; the same list becomes one', async () => {
    const site = await buildPriceSite(store, 3);
    const texts = [FIRST, SECOND, FIRST, SECOND, FIRST].map((totals) => priceList(totals));
    const answers = await Promise.all(texts.map((text) => read(store, site, text)));
    expect(new Set(answers.map(({ priceSchemeId }) => priceSchemeId)).size).toBe(2);
    const schemes = await schemesOf(store, site);
    expect(schemes.map(({ version }) => version)).toEqual([1, 2]);
    for (const { id } of schemes) expect(await itemsOf(store, id)).toHaveLength(3);
  });
});

describe('activating a price scheme', () => {
  it('C5: asked by one and approved by another, it gives every unit its price', async () => {
    const site = await buildPriceSite(store, 3);
    const { priceSchemeId } = await read(store, site, priceList(FIRST, '900000.00', '2000000.00'));
    await askAndApprove(desk, priceSchemeId);
    expect(await listPrices(store, site)).toEqual(FIRST);
    const [unit] = await unitsOf(store, site);
    expect([unit?.floorPrice, unit?.filedPrice]).toEqual([eur('900000.00'), eur('2000000.00')]);
    expect(await schemesOf(store, site)).toMatchObject([
      { state: 'ACTIVE', activeKey: site.projectId, approvedBy: DIRECTOR.name },
    ]);
  });

  it('nobody activates alone, and nobody approves what they asked for', async () => {
    const site = await buildPriceSite(store, 1);
    const { priceSchemeId } = await read(store, site, priceList(['1100000.00']));
    const alone = await desk.refused(activatePriceScheme, { priceSchemeId });
    expect(alone.code).toBe('APPROVAL_REQUIRED');
    const asked = await desk.done(askApproval, {
      command: 'activate-price-scheme',
      input: { priceSchemeId },
      reason: 'Spring prices',
    });
    const { approvalId } = asked.result;
    const own = await desk.refused(decideApproval, { approvalId, decision: 'APPROVE' });
    expect(own.code).toBe('APPROVAL_YOUR_OWN');
    expect(await listPrices(store, site)).toEqual(['1000000.00']);
  });

  it('approved twice at the same moment it is carried out once', async () => {
    const site = await buildPriceSite(store, 3);
    const { priceSchemeId } = await read(store, site, priceList(FIRST));
    const asked = await desk.done(askApproval, {
      command: 'activate-price-scheme',
      input: { priceSchemeId },
      reason: 'Spring prices',
    });
    const { approvalId } = asked.result;
    const input = { approvalId, decision: 'APPROVE' };
    const outcomes = await Promise.all(
      ['One', 'Two', 'Three'].map((name) =>
        desk.run(decideApproval, input, { actor: { memberId: null, name } }),
      ),
    );
    expect(outcomes.filter((one) => !isRefused(one))).toHaveLength(1);
    expect(await listPrices(store, site)).toEqual(FIRST);
    expect(await schemesOf(store, site)).toMatchObject([{ state: 'ACTIVE' }]);
  });

  it('one is active a project: the former one is retired', async () => {
    const { site } = await activeSite();
    const { priceSchemeId } = await read(store, site, priceList(SECOND));
    expect(await activate(desk, priceSchemeId)).toMatchObject({
      plan: { result: { applied: 3, blocked: 0, retired: expect.stringContaining('1') } },
    });
    expect((await schemesOf(store, site)).map(({ state, activeKey }) => [state, activeKey])).toEqual([
      ['RETIRED', ''],
      ['ACTIVE', site.projectId],
    ]);
    expect(await listPrices(store, site)).toEqual(SECOND);
  });

  it('a unit with a live deal keeps its price and is named', async () => {
    const site = await buildPriceSite(store, 3);
    await reserved(site.unitIds[1] ?? '');
    const { priceSchemeId } = await read(store, site, priceList(FIRST));
    expect(await activate(desk, priceSchemeId)).toMatchObject({
      plan: { result: { applied: 2, blocked: 1, blockedUnits: [{ unit: `${site.code}-2` }] } },
    });
    expect(await listPrices(store, site)).toEqual([FIRST[0], '1000000.00', FIRST[2]]);
  });

  it('a unit that got a deal after the list was read becomes blocked', async () => {
    const site = await buildPriceSite(store, 3);
    const { priceSchemeId } = await read(store, site, priceList(FIRST));
    await reserved(site.unitIds[0] ?? '');
    await activate(desk, priceSchemeId);
    expect(await listPrices(store, site)).toEqual(['1000000.00', FIRST[1], FIRST[2]]);
    expect(await itemsOf(store, priceSchemeId)).toMatchObject([
      { outcome: 'BLOCKED', blockedBy: expect.stringContaining('Lin Mei'), appliedAt: null },
      { outcome: 'CHANGED', blockedBy: '' },
      { outcome: 'CHANGED', blockedBy: '' },
    ]);
  });

  it('D6: a unit whose filed price was lowered since is blocked, not sold above it', async () => {
    const site = await buildPriceSite(store, 2);
    const { priceSchemeId } = await read(store, site, priceList(FIRST.slice(0, 2)));
    const [unit] = await unitsOf(store, site);
    if (unit === undefined) throw new Error('no unit');
    await store.write([{ change: 'unit', record: unit, to: { filedPrice: eur('1050000.00') } }]);
    await activate(desk, priceSchemeId);
    expect(await listPrices(store, site)).toEqual(['1000000.00', FIRST[1]]);
    expect((await itemsOf(store, priceSchemeId))[0]).toMatchObject({ blockedBy: 'PRICE_ABOVE_FILED' });
  });

  it('a unit that was withdrawn while it waits gets its price: nobody has it', async () => {
    const site = await buildPriceSite(store, 1, () => ({ state: 'CONTROLLED' }));
    const { priceSchemeId } = await read(store, site, priceList(['1100000.00']));
    await activate(desk, priceSchemeId);
    expect(await listPrices(store, site)).toEqual(['1100000.00']);
  });

  describe('is refused', () => {
    it.each<[string, (site: PriceSite, id: string) => Promise<string>, string]>([
      ['when there is no such scheme', async () => randomUUID(), 'NOT_FOUND'],
      [
        'when it is active already',
        async (_site, id) => {
          await activate(desk, id);
          return id;
        },
        'STATE_NOT_ALLOWED',
      ],
      [
        'when it was retired',
        async (site, id) => {
          await activate(desk, id);
          const { priceSchemeId } = await read(store, site, priceList(['1200000.00']));
          await activate(desk, priceSchemeId);
          return id;
        },
        'STATE_NOT_ALLOWED',
      ],
      [
        'when a price is missing',
        async (_site, id) => {
          const [item] = await itemsOf(store, id);
          await store.destroyWhere('priceSchemeItem', { id: item?.id ?? '' });
          return id;
        },
        'PRICE_SCHEME_INCOMPLETE',
      ],
      [
        'before its day',
        async (site) => {
          const effectiveFrom = '2999-01-01' as never;
          const answer = await read(store, site, priceList(['1300000.00']), { effectiveFrom });
          return answer.priceSchemeId ?? '';
        },
        'DATE_IN_FUTURE',
      ],
    ])('%s', async (_when, make, code) => {
      const site = await buildPriceSite(store, 1);
      const { priceSchemeId } = await read(store, site, priceList(['1100000.00']));
      const id = await make(site, priceSchemeId ?? '');
      const before = await listPrices(store, site);
      expect(await activate(desk, id)).toMatchObject({ refused: { code } });
      expect(await listPrices(store, site)).toEqual(before);
    });
  });

  it('cut off at any write and asked again, or carried through by the repair job, it ends as a clean run', async () => {
    const { site: cleanSite } = await activeSite();
    const { priceSchemeId: cleanId } = await read(store, cleanSite, priceList(SECOND));
    await activate(desk, cleanId);
    const clean = await priceState(store, cleanSite);
    for (const way of ['AGAIN', 'JOB'] as const) {
      let site: PriceSite;
      let id: string | null;
      let request: { requestId: string; approval: { id: string; by: string } };
      await eachCrash(
        async (wrap) => {
          ({ site } = await activeSite());
          ({ priceSchemeId: id } = await read(store, site, priceList(SECOND)));
          request = { requestId: randomUUID(), approval: { id: randomUUID(), by: DIRECTOR.name } };
          await activate(desk, id, { ...request, wrap });
        },
        async (label) => {
          if (way === 'JOB') await resumeCommands({ store, clock: { now: LATER } }, ALL_COMMANDS);
          // Before the entry was written nothing had begun: then there is nothing to carry through.
          if (way === 'AGAIN' || (await schemesOf(store, site))[1]?.state !== 'ACTIVE')
            await activate(desk, id, request);
          expect(await priceState(store, site), `${way} ${label}`).toEqual(clean);
        },
      );
    }
  }, 300_000);

  it('two schemes activated at the same moment: one is active, and all prices are of one of them', async () => {
    for (let round = 0; round < 5; round++) {
      const { site } = await activeSite();
      const [one, two] = await Promise.all(
        [SECOND, ['1.00', '2.00', '3.00']].map((totals) => read(store, site, priceList(totals))),
      );
      const ids = [one?.priceSchemeId ?? null, two?.priceSchemeId ?? null];
      const outcomes = await Promise.all(ids.map((id) => activate(desk, id)));
      const active = (await schemesOf(store, site)).filter(({ state }) => state === 'ACTIVE');
      expect(active).toHaveLength(1);
      expect(outcomes.filter((outcome) => !isRefused(outcome)).length).toBeGreaterThanOrEqual(1);
      const items = await itemsOf(store, active[0]?.id ?? null);
      expect(await listPrices(store, site)).toEqual(
        items.map(({ listPrice }) => listPrice && formatMoney(listPrice)),
      );
    }
  });

  it('racing reservations: each unit has the new price, or it was taken and kept its own', async () => {
    const blocked: number[] = [];
    for (let round = 0; round < 8; round++) {
      const site = await buildPriceSite(store, 12);
      const totals = site.unitIds.map(() => '1500000.00');
      const { priceSchemeId } = await read(store, site, priceList(totals));
      await Promise.all([
        activate(desk, priceSchemeId),
        ...site.unitIds.slice(0, 6).map((unitId) => desk.run(reserveUnit, { unitId, buyerName: 'Lin Mei' })),
      ]);
      const items = await itemsOf(store, priceSchemeId);
      const prices = await listPrices(store, site);
      for (const [index, { outcome, appliedAt }] of items.entries()) {
        expect(prices[index]).toBe(outcome === 'BLOCKED' ? '1000000.00' : '1500000.00');
        expect(appliedAt !== null).toBe(outcome !== 'BLOCKED');
      }
      const { locks } = await store.read({
        locks: { object: 'unitLock', filter: { lockKey: { in: site.unitIds } } },
      });
      expect(locks).toHaveLength(6);
      const { reservations } = await store.read({
        reservations: { object: 'reservation', filter: { unitId: { in: site.unitIds } } },
      });
      expect(reservations).toHaveLength(6);
      blocked.push(items.filter(({ outcome }) => outcome === 'BLOCKED').length);
    }
    expect(Math.max(...blocked)).toBeLessThanOrEqual(6);
  });
});

describe('undoing a price scheme', () => {
  it('units get their former prices back, and the former scheme is active again', async () => {
    const { site, first } = await activeSite();
    const { priceSchemeId } = await read(store, site, priceList(SECOND));
    await activate(desk, priceSchemeId);
    const { result } = await desk.done(undoPriceScheme, { priceSchemeId, reason: 'Wrong file' });
    expect(result).toMatchObject({ putBack: 3, kept: 0 });
    expect(await listPrices(store, site)).toEqual(FIRST);
    expect(await schemesOf(store, site)).toMatchObject([
      { id: first, state: 'ACTIVE', activeKey: site.projectId, retiredAt: null },
      { state: 'RETIRED', activeKey: '', undoneAt: expect.any(String) },
    ]);
  });

  it('what was sold since, or priced by hand since, keeps its price and is named', async () => {
    const { site } = await activeSite();
    const { priceSchemeId } = await read(store, site, priceList(SECOND));
    await activate(desk, priceSchemeId);
    await reserved(site.unitIds[0] ?? '');
    const [, unit] = await unitsOf(store, site);
    if (unit === undefined) throw new Error('no unit');
    await store.write([{ change: 'unit', record: unit, to: { listPrice: eur('1234567.00') } }]);
    const { result } = await desk.done(undoPriceScheme, { priceSchemeId, reason: 'Wrong file' });
    expect(result).toMatchObject({
      putBack: 1,
      kept: 2,
      keptUnits: [
        { unit: `${site.code}-1`, because: 'LARGE_RESERVED: Lin Mei' },
        { unit: `${site.code}-2`, because: 'PRICE_CHANGED_SINCE' },
      ],
    });
    expect(await listPrices(store, site)).toEqual([SECOND[0], '1234567.00', FIRST[2]]);
  });

  it('the price from before counts, also when it was changed after the list was read', async () => {
    const site = await buildPriceSite(store, 1);
    const { priceSchemeId } = await read(store, site, priceList(['1100000.00']));
    const [unit] = await unitsOf(store, site);
    if (unit === undefined) throw new Error('no unit');
    await store.write([{ change: 'unit', record: unit, to: { listPrice: eur('1050000.00') } }]);
    await activate(desk, priceSchemeId);
    expect(await listPrices(store, site)).toEqual(['1100000.00']);
    await desk.done(undoPriceScheme, { priceSchemeId, reason: 'Wrong file' });
    expect(await listPrices(store, site)).toEqual(['1050000.00']);
  });

  it.each(['DRAFT', 'RETIRED'])('a scheme that is %s is not undone', async (state) => {
    const { site, first } = await activeSite();
    const { priceSchemeId } = await read(store, site, priceList(SECOND));
    if (state === 'RETIRED') await activate(desk, priceSchemeId);
    const id = state === 'DRAFT' ? priceSchemeId : first;
    const refusal = await desk.refused(undoPriceScheme, { priceSchemeId: id, reason: 'Wrong file' });
    expect(refusal).toMatchObject({ code: 'STATE_NOT_ALLOWED', from: state });
  });

  it('cut off at any write and asked again, or carried through by the repair job, it ends as a clean run', async () => {
    const begun = async () => {
      const { site } = await activeSite();
      const { priceSchemeId } = await read(store, site, priceList(SECOND));
      await activate(desk, priceSchemeId);
      return { site, priceSchemeId };
    };
    const cleanRun = await begun();
    await desk.done(undoPriceScheme, { priceSchemeId: cleanRun.priceSchemeId, reason: 'Wrong file' });
    const clean = await priceState(store, cleanRun.site);
    for (const way of ['AGAIN', 'JOB'] as const) {
      let now: Awaited<ReturnType<typeof begun>>;
      let requestId: string;
      const undo = (wrap?: (store: Store) => Store) =>
        desk.run(
          undoPriceScheme,
          { priceSchemeId: now.priceSchemeId, reason: 'Wrong file' },
          { requestId, ...(wrap && { wrap }) },
        );
      await eachCrash(
        async (wrap) => {
          now = await begun();
          requestId = randomUUID();
          await undo(wrap);
        },
        async (label) => {
          if (way === 'JOB') await resumeCommands({ store, clock: { now: LATER } }, ALL_COMMANDS);
          if (way === 'AGAIN' || (await schemesOf(store, now.site))[1]?.undoneAt === null) await undo();
          expect(await priceState(store, now.site), `${way} ${label}`).toEqual(clean);
        },
      );
    }
  }, 300_000);
});
