/** A state or an amount that somebody with the right changes by hand is noticed, made good or put back, and said so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAll, type WorkspaceClient } from '#scripts/shared/workspace-client.ts';
import {
  buildSite,
  euros,
  expectDone,
  type Ground,
  openGround,
  reserve,
  sell,
  stateOfUnit,
  TODAY,
} from './ground.ts';

describe('changes by hand', () => {
  let ground: Ground;
  let admin: WorkspaceClient;
  beforeAll(async () => {
    ground = await openGround();
    admin = ground.as('Admin');
  });
  afterAll(() => ground.close());

  async function change(type: string, id: string, data: object) {
    await admin.graphql(
      `mutation ($id: UUID!, $data: ${type}UpdateInput!) { update${type}(id: $id, data: $data) { id } }`,
      { id, data },
    );
    await ground.workspace.settle();
  }

  async function lastPutBack(recordId: string) {
    const entries = await readAll<{ reason: string; actorName: string; startedAt: string }>(
      ground.client,
      'keyturnAuditEntries',
      'KeyturnAuditEntry',
      'reason actorName startedAt',
      { subjectId: { eq: recordId }, outcome: { eq: 'PUT_BACK' } },
    );
    return entries.sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1)).at(-1);
  }

  async function notesOn(target: string, recordId: string) {
    const targets = await readAll<{ note: { title: string; bodyV2: { markdown: string } } }>(
      ground.client,
      'noteTargets',
      'NoteTarget',
      'note { title bodyV2 { markdown } }',
      { [target]: { eq: recordId } },
    );
    return targets.map(({ note }) => `${note.title}: ${note.bodyV2.markdown}`);
  }

  it('a planned unit dragged to Available is released through the command, in the name of who dragged it', async () => {
    const site = await buildSite(ground.client, { units: 1, buyers: 0 });
    const [unitId = ''] = site.unitIds;
    const planned = await createUnit(site.projectId, site.buildingId);
    await change('KeyturnUnit', planned, { state: 'AVAILABLE' });
    expect((await stateOfUnit(ground.client, planned)).unit).toMatchObject({ state: 'AVAILABLE' });
    const [entry] = await readAll<{ outcome: string; command: string }>(
      ground.client,
      'keyturnAuditEntries',
      'KeyturnAuditEntry',
      'outcome command',
      {
        subjectId: { eq: planned },
        command: { eq: 'release-units' },
      },
    );
    expect(entry).toEqual({ outcome: 'DONE', command: 'release-units' });
    expect((await notesOn('targetKeyturnUnitId', planned)).join()).toContain('carried out as a command');
    expect(unitId).not.toBe('');
  });

  it('an available unit dragged to Contracted is put back, and the note says why', async () => {
    const site = await buildSite(ground.client, { units: 1, buyers: 0 });
    const [unitId = ''] = site.unitIds;
    await change('KeyturnUnit', unitId, { state: 'CONTRACTED' });
    expect((await stateOfUnit(ground.client, unitId)).unit).toMatchObject({ state: 'AVAILABLE' });
    expect((await lastPutBack(unitId))?.actorName).toBe('Ada Admin');
    expect((await notesOn('targetKeyturnUnitId', unitId)).join()).toContain('changed by hand and put back');
  });

  it('a unit created by hand as Available without a price goes back to Planned and says what is missing', async () => {
    const site = await buildSite(ground.client, { units: 0, buyers: 0 });
    const id = await createUnit(site.projectId, site.buildingId, { state: 'AVAILABLE', listPrice: null });
    await ground.workspace.settle();
    expect((await stateOfUnit(ground.client, id)).unit).toMatchObject({ state: 'PLANNED' });
    expect((await lastPutBack(id))?.reason).toContain('has no list price');
  });

  it('a reservation dragged to Cancelled is cancelled and its unit is free', async () => {
    const site = await buildSite(ground.client, { units: 1, buyers: 1 });
    const [unitId = '', buyerId = ''] = [site.unitIds[0], site.buyerIds[0]];
    const { reservationId } = expectDone(await reserve(ground.client, unitId, buyerId));
    await change('KeyturnReservation', reservationId, { state: 'CANCELLED_REFUND' });
    const { unit, locks, reservations } = await stateOfUnit(ground.client, unitId);
    expect(unit).toMatchObject({ state: 'AVAILABLE', holder: null });
    expect(locks).toEqual([]);
    expect(reservations[0]?.state).toBe('CANCELLED_REFUND');
  });

  it('a reservation dragged to Contract signed is put back: signing needs the command', async () => {
    const site = await buildSite(ground.client, { units: 1, buyers: 1 });
    const { reservationId } = expectDone(
      await reserve(ground.client, site.unitIds[0] ?? '', site.buyerIds[0] ?? ''),
    );
    await change('KeyturnReservation', reservationId, { state: 'CONVERTED' });
    expect((await stateOfUnit(ground.client, site.unitIds[0] ?? '')).reservations[0]?.state).toBe('ACTIVE');
  });

  it('a contract price and an installment amount changed by hand are put back to the cent', async () => {
    const site = await buildSite(ground.client, { units: 1, buyers: 1 });
    const { contractId } = await sell(ground.client, site);
    await change('KeyturnContract', contractId, { price: euros('1.00') });
    const [installment] = await readAll<{ id: string }>(
      ground.client,
      'keyturnInstallments',
      'KeyturnInstallment',
      'id',
      {
        contractId: { eq: contractId },
        seq: { eq: 1 },
      },
    );
    await change('KeyturnInstallment', installment?.id ?? '', { amount: euros('9.99') });
    const { contracts, installments } = await stateOfUnit(ground.client, site.unitIds[0] ?? '');
    expect(contracts[0]).toMatchObject({ price: { amountMicros: 1_234_567_890_000 } });
    expect(installments[0]).toMatchObject({ amount: { amountMicros: 123_456_790_000 } });
  });

  it('a paid total written by hand is worked out again from the allocations', async () => {
    const site = await buildSite(ground.client, { units: 1, buyers: 1 });
    const { contractId } = await sell(ground.client, site);
    await change('KeyturnContract', contractId, { paid: euros('1234567.89') });
    const [contract] = await readAll<{ paid: { amountMicros: number } }>(
      ground.client,
      'keyturnContracts',
      'KeyturnContract',
      'paid { amountMicros }',
      {
        id: { eq: contractId },
      },
    );
    expect(contract?.paid.amountMicros).toBe(0);
  });

  it('an installment marked paid by hand opens no door: the keys are refused all the same', async () => {
    const site = await buildSite(ground.client, { units: 1, buyers: 1 });
    const { contractId } = await sell(ground.client, site);
    await ground.workspace.sql(
      `update "keyturnInstallment" set "paidAmountMicros" = "amountAmountMicros", state = 'PAID', "dueOn" = $2 where "contractId" = $1`,
      [contractId, TODAY],
    );
    const answer = await ground.client.command('handover', 'hand-over', {
      requestId: `keys-${contractId}`,
      contractId,
      handedOverOn: TODAY,
      receivedBy: 'Somebody',
      keySets: 1,
    });
    expect(answer).toMatchObject({ ok: false, code: 'INSTALLMENTS_WITHOUT_DUE_DATE' });
  });

  async function createUnit(projectId: string, buildingId: string, extra: object = {}): Promise<string> {
    const data = {
      name: `Hand ${Date.now()}`,
      number: `H${Date.now()}`,
      projectId,
      buildingId,
      listPrice: euros('100000.00'),
      ...extra,
    };
    const { createKeyturnUnit } = await admin.graphql<{ createKeyturnUnit: { id: string } }>(
      'mutation ($data: KeyturnUnitCreateInput!) { createKeyturnUnit(data: $data) { id } }',
      { data },
    );
    return createKeyturnUnit.id;
  }
});
