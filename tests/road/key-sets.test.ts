/** Key sets on a workspace (C4): counted once, handed out once, given back whole when one of them is gone. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countKeys } from '#commands/handover/count-keys.ts';
import { moveKeys } from '#commands/handover/move-keys.ts';
import { ALL_COMMANDS } from '#commands/index.ts';
import { resumeCommands } from '#commands/system/jobs.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { buildSite, type Ground, openGround, type Site } from './ground.ts';
import { type Desk, eachCrash, inProcess } from './in-process.ts';
import { handoverOf } from './killed-inspection-scenarios.ts';

describe('key sets', () => {
  let ground: Ground;
  let desk: Desk;
  let site: Site;
  let next = 0;
  beforeAll(async () => {
    ground = await openGround();
    desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
    site = await buildSite(ground.client, { units: 80, buyers: 1 });
  });
  afterAll(() => ground.close());

  const unit = () => site.unitIds[next++] ?? '';
  const setsOf = async (unitId: string) =>
    (await desk.store.read({ sets: { object: 'keySet', filter: { unitId }, orderBy: { name: 'ASC' } } }))
      .sets;
  async function counted(unitId: string, count: number): Promise<string[]> {
    const sets = Array.from({ length: count }, () => ({ kind: 'DOOR_KEYS', pieces: 3 }));
    return (await desk.done(countKeys, { unitId, sets })).result.keySetIds as string[];
  }

  it('are numbered by kind and go on from what is there; sent twice they are counted once', async () => {
    const unitId = unit();
    const requestId = randomUUID();
    const sets = [
      { kind: 'DOOR_KEYS', pieces: 3, keptAt: 'Safe 2' },
      { kind: 'DOOR_KEYS', pieces: 2 },
      { kind: 'MANUALS', pieces: 1 },
    ];
    await desk.done(countKeys, { unitId, sets }, { requestId });
    await desk.done(countKeys, { unitId, sets }, { requestId });
    await counted(unitId, 1);
    expect(
      (await setsOf(unitId)).map(({ name, count, state }) => [name.split(' · ')[1], count, state]),
    ).toEqual([
      ['Door keys 1', 3, 'IN_STORE'],
      ['Door keys 2', 2, 'IN_STORE'],
      ['Door keys 3', 3, 'IN_STORE'],
      ['Manuals 1', 1, 'IN_STORE'],
    ]);
  });

  it('counted by six people at the same moment each set has a number of its own', async () => {
    const unitId = unit();
    await Promise.all(Array.from({ length: 6 }, () => counted(unitId, 2)));
    const keys = (await setsOf(unitId)).map(({ setKey }) => Number(setKey.split('|')[2]));
    expect(keys.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  });

  it('the same set handed out by eight at the same moment: one gets it, the others are told who has it', async () => {
    for (let round = 0; round < 3; round++) {
      const unitId = unit();
      const keySetIds = await counted(unitId, 1);
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          desk.run(moveKeys, { keySetIds, action: 'HAND_OVER', handedTo: `Person ${index}` }),
        ),
      );
      const winner = answers.findIndex((answer) => !isRefused(answer));
      expect(answers.filter((answer) => !isRefused(answer))).toHaveLength(1);
      const [set] = await setsOf(unitId);
      expect(set).toMatchObject({ state: 'HANDED_OVER', handedTo: `Person ${winner}` });
      expect(set?.signedAt).not.toBeNull();
      for (const answer of answers)
        if (isRefused(answer))
          expect(answer.refused).toMatchObject({ code: 'KEYS_NOT_THERE', holder: `Person ${winner}` });
    }
  });

  it('of two bundles that share a set one goes out whole and the other not at all', async () => {
    for (let round = 0; round < 4; round++) {
      const unitId = unit();
      const [a, b, c] = await counted(unitId, 3);
      const bundles = [
        { keySetIds: [a, b], handedTo: 'Ada' },
        { keySetIds: [b, c], handedTo: 'Bo' },
      ];
      const answers = await Promise.all(
        bundles.map((bundle) => desk.run(moveKeys, { ...bundle, action: 'HAND_OVER' })),
      );
      const names = answers.flatMap((answer, index) => (isRefused(answer) ? [] : [bundles[index]?.handedTo]));
      const out = (await setsOf(unitId)).filter(({ state }) => state === 'HANDED_OVER');
      expect(names.length).toBeLessThanOrEqual(1);
      expect(out.map(({ handedTo }) => handedTo)).toEqual(names.flatMap((name) => [name, name]));
      const inStore = (await setsOf(unitId)).filter(({ state }) => state === 'IN_STORE');
      expect(inStore.every(({ handedTo, signedAt }) => handedTo === '' && signedAt === null)).toBe(true);
    }
  });

  it('come back, are lost and found again; who had a lost set stays on record', async () => {
    const unitId = unit();
    const keySetIds = await counted(unitId, 1);
    await desk.done(moveKeys, { keySetIds, action: 'HAND_OVER', handedTo: 'Plumber', remark: 'Loan' });
    await desk.done(moveKeys, { keySetIds, action: 'LOSE' });
    expect((await setsOf(unitId))[0]).toMatchObject({ state: 'LOST', handedTo: 'Plumber' });
    await desk.done(moveKeys, { keySetIds, action: 'RETURN', keptAt: 'Safe 1' });
    expect((await setsOf(unitId))[0]).toMatchObject({ state: 'IN_STORE', handedTo: '', keptAt: 'Safe 1' });
    expect(await desk.refused(moveKeys, { keySetIds, action: 'RETURN' })).toMatchObject({
      code: 'KEYS_NOT_THERE',
      state: 'IN_STORE',
    });
  });

  it.each(['BOOKED', 'ARRIVED', 'ACCEPTED', 'DEEMED_DELIVERED'] as const)(
    'to the buyer none go while the handover is %s: money and snags are asked there (C4)',
    async (state) => {
      const unitId = unit();
      const keySetIds = await counted(unitId, 1);
      const handoverId = await handoverOf(desk, unitId, { state });
      const asked = { keySetIds, action: 'HAND_OVER', handedTo: 'Mei', handoverId };
      expect(await desk.refused(moveKeys, asked)).toMatchObject({ code: 'HANDOVER_NOT_DONE', state });
    },
  );

  it('with the handover done they go to the buyer; sets of another unit do not', async () => {
    const unitId = unit();
    const handoverId = await handoverOf(desk, unitId, { state: 'KEYS_HANDED' });
    const keySetIds = await counted(unitId, 2);
    await desk.done(moveKeys, { keySetIds, action: 'HAND_OVER', handedTo: 'Mei', handoverId });
    expect((await setsOf(unitId)).map((set) => [set.handoverId, set.handedTo])).toEqual([
      [handoverId, 'Mei'],
      [handoverId, 'Mei'],
    ]);
    const other = await counted(unit(), 1);
    const asked = { keySetIds: other, action: 'HAND_OVER', handedTo: 'Mei', handoverId };
    expect(await desk.refused(moveKeys, asked)).toMatchObject({ code: 'INVALID_INPUT', field: 'keySetIds' });
  });

  it('a set, a unit or a handover that is not there is said so', async () => {
    const gone = randomUUID();
    expect(await desk.refused(moveKeys, { keySetIds: [gone], action: 'LOSE' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const sets = [{ kind: 'OTHER', pieces: 1 }];
    expect(await desk.refused(countKeys, { unitId: gone, sets })).toMatchObject({
      code: 'NOT_FOUND',
      what: 'unit',
    });
    const keySetIds = await counted(unit(), 1);
    const asked = { keySetIds, action: 'HAND_OVER', handedTo: 'Mei', handoverId: gone };
    expect(await desk.refused(moveKeys, asked)).toMatchObject({ code: 'NOT_FOUND', what: 'handover' });
  });

  const job = () => ({ store: desk.store, clock: { now: () => new Date(Date.now() + 10 * 60_000) } });
  const placesOf = async (keySetId: string) =>
    (
      await desk.store.read({
        rows: { object: 'auditEntry', filter: { subjectId: keySetId, command: 'move-keys' } },
      })
    ).rows.filter(({ requestKey }) => requestKey.startsWith('key set '));

  it('handed to the same person by two requests of the very same millisecond: one of them did it', async () => {
    for (let round = 0; round < 3; round++) {
      const keySetIds = await counted(unit(), 2);
      const now = new Date();
      const asked = { keySetIds, action: 'HAND_OVER', handedTo: 'Mei' };
      const both = await Promise.all([1, 2].map(() => desk.run(moveKeys, asked, { now })));
      expect(both.filter((one) => !isRefused(one))).toHaveLength(1);
      for (const one of both)
        if (isRefused(one)) expect(one.refused).toMatchObject({ code: 'KEYS_NOT_THERE', holder: 'Mei' });
      for (const id of keySetIds) expect(await placesOf(id)).toHaveLength(1);
    }
  });

  it('cut off, and moved on by somebody since: the repair job finishes the others and leaves that one', async () => {
    let [unitId, requestId]: [string, string] = ['', ''];
    let keySetIds: string[] = [];
    const crashes = await eachCrash(
      async (wrap) => {
        unitId = unit();
        keySetIds = (await counted(unitId, 2)).sort();
        requestId = randomUUID();
        const asked = { keySetIds, action: 'HAND_OVER', handedTo: 'Mei' };
        await desk.run(moveKeys, asked, { requestId, wrap });
      },
      async (label) => {
        const [first] = (await setsOf(unitId)).filter(({ id }) => id === keySetIds[0]);
        // Only what has been handed out can come back.
        const isOut = first?.state === 'HANDED_OVER';
        if (isOut) await desk.done(moveKeys, { keySetIds: [first.id], action: 'RETURN', keptAt: 'Safe 9' });
        const report = await resumeCommands(job(), ALL_COMMANDS);
        expect(report.failed).toEqual([]);
        const [one, two] = (await setsOf(unitId)).sort((a, b) => (a.id < b.id ? -1 : 1));
        if (isOut) expect({ label, ...one }).toMatchObject({ state: 'IN_STORE', keptAt: 'Safe 9' });
        else expect({ label, state: one?.state }).toEqual({ label, state: two?.state });
        const { entries } = await desk.store.read({
          entries: { object: 'auditEntry', filter: { requestKey: requestId } },
        });
        if (isOut) expect({ label, state: two?.state }).toEqual({ label, state: 'HANDED_OVER' });
        expect(entries[0]?.outcome ?? 'DONE').toBe('DONE');
      },
    );
    expect(crashes).toBeGreaterThan(7);
  });

  it('a set that a hand has written into keeps the others back; put right, all of them go', async () => {
    const unitId = unit();
    const keySetIds = (await counted(unitId, 2)).sort();
    const byHand = (state: string) =>
      ground.workspace.sql(`update "keyturnKeySet" set state = $1 where id = $2`, [state, keySetIds[1]]);
    await byHand('LOST');
    const asked = { keySetIds, action: 'HAND_OVER', handedTo: 'Mei' };
    expect(await desk.refused(moveKeys, asked)).toMatchObject({ code: 'BUSY' });
    expect((await setsOf(unitId)).map(({ state, signedAt }) => [state, signedAt])).toEqual([
      ['IN_STORE', null],
      ['IN_STORE', null],
    ]);
    for (const id of keySetIds) expect(await placesOf(id)).toEqual([]);
    await byHand('IN_STORE');
    await desk.done(moveKeys, asked);
    expect((await setsOf(unitId)).map(({ handedTo }) => handedTo)).toEqual(['Mei', 'Mei']);
    const said = await Promise.all(keySetIds.map(placesOf));
    expect(said.map(([row]) => row?.name)).toEqual([
      expect.stringContaining('HANDED_OVER (Mei)'),
      expect.stringContaining('HANDED_OVER (Mei)'),
    ]);
  });
});
