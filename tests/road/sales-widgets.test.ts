/**
 * The forms of sales as salespeople use them: each reads its record from the workspace, fills itself in, and
 * what it sends is carried out. So no form asks for a field or gives an input that is not there.
 */
import { randomUUID } from 'node:crypto';
import type { ReactElement } from 'react';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ENGLISH } from '#tests/widgets/fixtures/words.ts';
import changeReservationBuyers from '#widgets/deal/change-reservation-buyers/change-reservation-buyers.widget.tsx';
import extendHold from '#widgets/deal/holds/extend-hold.widget.tsx';
import freezeUnit from '#widgets/deal/holds/freeze-unit.widget.tsx';
import holdUnit from '#widgets/deal/holds/hold-unit.widget.tsx';
import releaseHold from '#widgets/deal/holds/release-hold.widget.tsx';
import unfreezeUnit from '#widgets/deal/holds/unfreeze-unit.widget.tsx';
import activateTicket from '#widgets/deal/queue/activate-ticket.widget.tsx';
import callNextTicket from '#widgets/deal/queue/call-next-ticket.widget.tsx';
import cancelTicket from '#widgets/deal/queue/cancel-ticket.widget.tsx';
import chooseUnit from '#widgets/deal/queue/choose-unit.widget.tsx';
import takeTicket from '#widgets/deal/queue/take-ticket.widget.tsx';
import reserveBundle from '#widgets/deal/reserve-bundle/reserve-bundle.widget.tsx';
import reserveUnit from '#widgets/deal/reserve-unit/reserve-unit.widget.tsx';
import swapReservationUnit from '#widgets/deal/swap-reservation-unit/swap-reservation-unit.widget.tsx';
import readPriceList from '#widgets/inventory/price-list/read-price-list.widget.tsx';
import activatePriceScheme from '#widgets/inventory/price-scheme/activate-price-scheme.widget.tsx';
import undoPriceScheme from '#widgets/inventory/price-scheme/undo-price-scheme.widget.tsx';
import assignUnits from '#widgets/inventory/release-batch/assign-units.widget.tsx';
import closeReleaseBatch from '#widgets/inventory/release-batch/close-release-batch.widget.tsx';
import openReleaseBatch from '#widgets/inventory/release-batch/open-release-batch.widget.tsx';
import { UNIT_FIELDS } from '#widgets/inventory/sales-control/board-unit.ts';
import generateUnits from '#widgets/inventory/unit-grid/generate-units.widget.tsx';
import withdrawUnit from '#widgets/inventory/withdraw-units/withdraw-unit.widget.tsx';
import type { CommandName } from '#widgets/shared/api/commands.ts';
import { runCommand } from '#widgets/shared/api/run-command.ts';
import type { CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { buildSite, type Ground, openGround, type Site } from './ground.ts';
import { inProcess } from './in-process.ts';

type Spec = CommandFormSpec<CommandName, unknown, Record<string, unknown>>;

function specOf(widget: unknown): Spec {
  const { component } = (widget as { config: { component?: unknown } }).config;
  return (component as () => ReactElement<{ spec: Spec }>)().props.spec;
}

async function opened(widget: unknown, recordId: string) {
  const spec = specOf(widget);
  const subject = await spec.load(recordId);
  if (subject === null) throw new Error(`${spec.command} found no record ${recordId}`);
  return { spec, subject, blocked: spec.blocked?.(subject, ENGLISH) ?? null };
}

/** Opens a form on a record, changes what a person would, and sends it. */
async function use(widget: unknown, recordId: string, changes: Record<string, unknown> = {}) {
  const { spec, subject, blocked } = await opened(widget, recordId);
  expect(blocked).toBeNull();
  expect(spec.facts(subject, ENGLISH).every(([label]) => label !== '')).toBe(true);
  const { input, wrong } = spec.read({ ...spec.start(subject), ...changes }, subject, ENGLISH);
  expect(wrong).toEqual({});
  if (input === null) throw new Error(`${spec.command} sends nothing`);
  const answer = await runCommand(spec.command, input, { requestId: randomUUID(), locale: 'en' });
  if (answer.kind !== 'DONE') throw new Error(`${spec.command}: ${JSON.stringify(answer)}`);
  return answer.result;
}

describe('the forms of sales', () => {
  let ground: Ground;
  let site: Site;
  let next = 0;
  let store: ReturnType<typeof inProcess>['store'];

  beforeAll(async () => {
    ground = await openGround();
    store = inProcess(ground.workspace.url, ground.workspace.applicationToken).store;
    site = await buildSite(ground.client, { units: 10, buyers: 2 });
  });
  afterAll(() => ground.close());
  beforeEach(() => {
    const members = ground.workspace.members;
    const manager = members.find(({ roleLabel }) => roleLabel === 'Keyturn Sales manager');
    vi.stubEnv('TWENTY_API_URL', ground.workspace.url);
    vi.stubEnv('TWENTY_APP_ACCESS_TOKEN', manager?.token ?? '');
  });
  afterEach(() => vi.unstubAllEnvs());

  const unit = () => site.unitIds[next++] ?? '';
  const buyer = (index: number) => ({ id: site.buyerIds[index] ?? '', name: `Buyer ${index + 1}` });
  const create = (plural: string, type: string, data: readonly object[]) =>
    ground.client.graphql(
      `mutation ($data: [${type}CreateInput!]!) { create${plural}(data: $data) { id } }`,
      {
        data,
      },
    );

  it('hold, extend and release a unit; who it is held for is said, and why it is blocked', async () => {
    const unitId = unit();
    const { holdId } = await use(holdUnit, unitId, { kind: 'VIP', hours: '5', forWhom: 'Lin Mei' });
    expect(await readOne('keyturnUnits', UNIT_FIELDS, unitId)).toMatchObject({
      state: 'HELD',
      heldAs: 'VIP',
    });
    expect((await opened(holdUnit, unitId)).blocked).toContain('It is held until');
    await use(extendHold, String(holdId), { hours: '9' });
    await use(releaseHold, String(holdId));
    expect((await opened(releaseHold, String(holdId))).blocked).toContain('This hold is over');
    await use(withdrawUnit, unitId, { reason: 'Show flat' });
    expect((await opened(withdrawUnit, unitId)).blocked).toBe('This unit is not on sale.');
  });

  it('change the buyers of a reservation and give it another unit', async () => {
    const { reservationId } = await use(reserveUnit, unit(), { buyer: buyer(0) });
    const id = String(reservationId);
    const parties = [
      { key: 0, who: buyer(1), share: '60' },
      { key: 1, who: buyer(0), share: '40' },
    ];
    await use(changeReservationBuyers, id, { parties, reason: 'Both buy' });
    const { spec, subject } = await opened(changeReservationBuyers, id);
    const names = (spec.start(subject).parties as typeof parties).map(({ who, share }) => [who.name, share]);
    expect(names).toEqual([
      ['Buyer 2', '60'],
      ['Buyer 1', '40'],
    ]);
    await use(swapReservationUnit, id, { unitId: unit(), reason: 'A better view' });
  });

  it('reserve a home together with a parking space', async () => {
    const parkingId = unit();
    const { units } = await store.read({ units: { object: 'unit', filter: { id: parkingId } } });
    await store.write(units.map((record) => ({ change: 'unit', record, to: { kind: 'PARKING' } }) as const));
    await use(reserveBundle, unit(), { buyer: buyer(0), parkingId });
  });

  it('sell a batch from the queue: assign, open, take, call, choose, close', async () => {
    const batchId = randomUUID();
    const [first, second] = [randomUUID(), randomUUID()];
    const { projectId, buildingId } = site;
    await store.write([
      { create: 'releaseBatch', row: { id: batchId, name: 'Phase 2', projectId, salesMode: 'QUEUE_ORDER' } },
    ]);
    const listPrice = { amountMicros: 1_000_000_000_000, currencyCode: 'EUR' };
    await create(
      'KeyturnUnits',
      'KeyturnUnit',
      [first, second].map((id, index) => {
        const number = `90${index}`;
        return { id, name: `Phase 2 ${number}`, number, floor: 90, projectId, buildingId, listPrice };
      }),
    );
    expect((await opened(openReleaseBatch, batchId)).blocked).toContain('Assign units to it first');
    expect(await use(assignUnits, batchId, { fromFloor: '90', toFloor: '90' })).toMatchObject({
      assigned: 2,
    });
    expect(await use(openReleaseBatch, batchId)).toMatchObject({ released: 2 });
    expect((await opened(callNextTicket, batchId)).blocked).toBe('No ticket of this batch waits.');
    const { ticketId } = await use(takeTicket, batchId, { buyer: buyer(0), wishes: 'High up' });
    const id = String(ticketId);
    if ((await opened(activateTicket, id)).blocked === null) await use(activateTicket, id);
    await use(callNextTicket, batchId);
    await use(chooseUnit, id, { unitId: first });
    expect(await readOne('keyturnUnits', UNIT_FIELDS, first)).toMatchObject({ heldAs: 'QUEUE' });
    expect((await opened(chooseUnit, id)).blocked).toContain('“Has chosen”');
    await use(cancelTicket, id, { reason: 'Bought elsewhere' });
    expect(await use(closeReleaseBatch, batchId)).toMatchObject({ withdrawn: 2 });
  });

  it('make units of a building and read prices: the forms find what they show', async () => {
    const floors = { fromFloor: '31', toFloor: '32', basePrice: '1000' };
    expect(await use(generateUnits, site.buildingId, floors)).toMatchObject({ made: 4 });
    expect((await opened(readPriceList, site.projectId)).blocked).toBeNull();
    const id = randomUUID();
    const row = { id, name: 'Version 1', projectId: site.projectId };
    await store.write([{ create: 'priceScheme', row }]);
    expect((await opened(activatePriceScheme, id)).blocked).toBeNull();
    expect((await opened(undoPriceScheme, id)).blocked).toBe('Only active prices can be undone.');
  });

  it('freeze a unit by law, and lift it', async () => {
    const unitId = unit();
    expect((await opened(unfreezeUnit, unitId)).blocked).toBe('This unit is not frozen.');
    vi.stubEnv('TWENTY_APP_ACCESS_TOKEN', ground.workspace.apiKey);
    await use(freezeUnit, unitId, { reason: 'Court order 117' });
    await use(unfreezeUnit, unitId, { reason: 'Lifted by the court' });
  });
});
