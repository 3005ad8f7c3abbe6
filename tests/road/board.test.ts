/**
 * The sales-control board on a real workspace: what it asks is accepted and answered, what it gives is carried out,
 * a lost race says who has the unit, and a salesperson is shown no name of a colleague's buyer.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readCaller } from '#tests/road/board-caller.ts';
import { actionsFor } from '#widgets/inventory/sales-control/actions.ts';
import { figuresOf, legendOf, tallyOf } from '#widgets/inventory/sales-control/figures.ts';
import {
  type Asker,
  readChangedUnits,
  readGroups,
  readPlaces,
  readRecord,
  readUnit,
  readUnits,
} from '#widgets/inventory/sales-control/read-board.ts';
import { readDeal } from '#widgets/inventory/sales-control/read-deal.ts';
import { readViewer } from '#widgets/inventory/sales-control/viewer.ts';
import { runCommand } from '#widgets/shared/api/run-command.ts';
import { buildSite, expectDone, type Ground, openGround, reserve, type Site } from './ground.ts';

const once = () => ({ requestId: randomUUID(), locale: 'en' });

describe('the board on a workspace', () => {
  let ground: Ground;
  let site: Site;

  beforeAll(async () => {
    ground = await openGround();
    site = await buildSite(ground.client, { units: 6, buyers: 2 });
  });
  afterAll(() => ground.close());
  afterEach(() => vi.unstubAllEnvs());

  /** From here on the widgets ask as a member with this role. */
  async function as(roleLabel: string): Promise<Asker> {
    const member = ground.workspace.members.find((one) => one.roleLabel === roleLabel);
    vi.stubEnv('TWENTY_API_URL', ground.workspace.url);
    vi.stubEnv('TWENTY_APP_ACCESS_TOKEN', member?.token ?? '');
    return { userId: await readCaller(ground.workspace.url, member?.token ?? ''), viewer: readViewer() };
  }
  const building = () => ({ projectId: site.projectId, buildingId: site.buildingId });
  const unitId = (index: number) => site.unitIds[index] ?? '';

  it('finds its places, the units of a building, and a project counted by the server as they add up', async () => {
    const manager = await as('Keyturn Sales manager');
    expect(await manager.viewer).toEqual({ controlsSales: true });
    expect((await readPlaces()).buildings.map(({ id }) => id)).toContain(site.buildingId);
    const units = await readUnits(building(), manager);
    expect(units).toHaveLength(6);
    const groups = await readGroups(site.projectId);
    expect(figuresOf(groups)).toEqual(figuresOf(units.map(tallyOf)));
    expect(legendOf(groups)).toEqual(legendOf(units.map(tallyOf)));
    expect(await readUnits({ projectId: site.projectId, buildingId: 'none' }, manager)).toEqual([]);
  });

  it('knows the building and the project on whose page it stands', async () => {
    const manager = await as('Keyturn Sales manager');
    expect(await readRecord(site.buildingId, manager)).toMatchObject({ kind: 'BUILDING', place: building() });
    expect(await readRecord(site.projectId, manager)).toMatchObject({
      kind: 'PROJECT',
      places: { buildings: [{ id: site.buildingId }] },
      groups: [{ buildingId: site.buildingId, state: 'AVAILABLE', count: 6 }],
    });
  });

  it('holds a unit, is told of it by the next refresh, and knows what is its own', async () => {
    const sales = await as('Keyturn Sales');
    const before = await readUnits(building(), sales);
    const since = before.reduce((newest, unit) => (unit.updatedAt > newest ? unit.updatedAt : newest), '');
    const held = await runCommand(
      'deal/hold-unit',
      { unitId: unitId(0), kind: 'SALES', forWhom: 'Lin Mei' },
      once(),
    );
    expect(held.kind).toBe('DONE');
    const changed = await readChangedUnits(building(), since, sales);
    expect(changed.find(({ id }) => id === unitId(0))).toMatchObject({
      state: 'HELD',
      heldAs: 'SALES',
      isMine: true,
      isMasked: false,
    });
    const [unit, deal] = await Promise.all([readUnit(unitId(0), sales), readDeal(unitId(0))]);
    expect(deal.hold).toMatchObject({ kind: 'SALES', forWhom: 'Lin Mei' });
    expect(unit?.holder).toContain('Lin Mei');
    expect(unit && actionsFor(unit, deal, await sales.viewer, Date.now())).toEqual([
      'RESERVE',
      'EXTEND_HOLD',
      'RELEASE_HOLD',
    ]);
  });

  it('a lost race says who has the unit, and the unit read again shows it', async () => {
    const manager = await as('Keyturn Sales manager');
    expectDone(await reserve(ground.as('Keyturn Sales'), unitId(1), site.buyerIds[0] ?? ''));
    const answer = await runCommand(
      'deal/reserve-unit',
      { unitId: unitId(1), buyerId: site.buyerIds[1] ?? '' },
      once(),
    );
    expect(answer).toMatchObject({
      kind: 'REFUSED',
      refusal: { code: 'UNIT_TAKEN', facts: { holder: 'Buyer 1' } },
    });
    expect(await readUnit(unitId(1), manager)).toMatchObject({ state: 'LARGE_RESERVED', holder: 'Buyer 1' });
    const deal = await readDeal(unitId(1));
    expect(deal.reservation).toMatchObject({ buyer: 'Buyer 1', state: 'ACTIVE' });
    expect(deal.reservation?.salesperson).not.toBeNull();
  });

  it('a salesperson sees the own buyer, and of a colleague’s unit the state alone', async () => {
    const manager = ground.as('Keyturn Sales manager');
    expectDone(await reserve(manager, unitId(2), site.buyerIds[1] ?? ''));
    const sales = await as('Keyturn Sales');
    expect(await sales.viewer).toEqual({ controlsSales: false });
    const units = await readUnits(building(), sales);
    const seen = (index: number) => units.find(({ id }) => id === unitId(index));
    expect(seen(1)).toMatchObject({ holder: 'Buyer 1', isMine: true, isMasked: false });
    expect(seen(2)).toMatchObject({ state: 'LARGE_RESERVED', holder: null, isMine: false, isMasked: true });
    const deal = await readDeal(unitId(2), true);
    expect(deal.reservation).toMatchObject({ buyer: null, price: null });
  });

  it('takes a unit off the market and puts it on again, by who may', async () => {
    const manager = await as('Keyturn Sales manager');
    const withdrawn = await runCommand(
      'inventory/withdraw-units',
      { unitIds: [unitId(5)], reason: 'Show flat' },
      once(),
    );
    expect(withdrawn.kind).toBe('DONE');
    expect(await readUnit(unitId(5), manager)).toMatchObject({ state: 'CONTROLLED' });
    await as('Keyturn Sales');
    const refused = await runCommand('inventory/release-units', { unitIds: [unitId(5)] }, once());
    expect(refused.kind).toBe('REFUSED');
  });
});
