/** Inspections and snags on a workspace (C4): copies, phones that send twice, two at once, and what the handover becomes. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findOverdueSnags } from '#commands/handover/find-overdue-snags.ts';
import { moveSnag } from '#commands/handover/move-snag.ts';
import { recordInspection } from '#commands/handover/record-inspection.ts';
import { reportSnag } from '#commands/handover/report-snag.ts';
import { setUpInspectionTemplate } from '#commands/handover/set-up-inspection-template.ts';
import { signInspection } from '#commands/handover/sign-inspection.ts';
import { startInspection } from '#commands/handover/start-inspection.ts';
import { USUAL_CHECKLIST } from '#commands/handover/usual-checklist.ts';
import type { CheckResult } from '#domain/handover/index.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { buildSite, type Ground, openGround, type Site } from './ground.ts';
import { type Desk, inProcess } from './in-process.ts';
import {
  answersOf,
  companyOf,
  handoverOf,
  inspectionOf,
  itemsOf,
  templateOf,
} from './killed-inspection-scenarios.ts';

describe('inspections', () => {
  let ground: Ground;
  let desk: Desk;
  let site: Site;
  let next = 0;
  beforeAll(async () => {
    ground = await openGround();
    desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
    site = await buildSite(ground.client, { units: 40, buyers: 1 });
  });
  afterAll(() => ground.close());

  const unit = () => site.unitIds[next++] ?? '';
  const begun = () => inspectionOf(desk, unit());
  const handoverState = async (id: string) =>
    (await desk.store.read({ found: { object: 'handover', filter: { id } } })).found[0];
  const inspection = async (id: string) =>
    (await desk.store.read({ found: { object: 'inspection', filter: { id } } })).found[0];
  const snagsOf = async (inspectionId: string) =>
    (await desk.store.read({ snags: { object: 'snag', filter: { inspectionId } } })).snags;
  const save = async (inspectionId: string, results: readonly CheckResult[]) =>
    desk.done(recordInspection, { inspectionId, answers: await answersOf(desk, inspectionId, results) });

  it('the usual checklist is made once, in the language of the person; what people change stays', async () => {
    const first = await desk.done(setUpInspectionTemplate, { language: 'zh-CN' });
    expect(first.result).toMatchObject({ items: USUAL_CHECKLIST.length });
    const templateId = String(first.result.templateId);
    const read = async () =>
      (await desk.store.read({ items: { object: 'inspectionItem', filter: { templateId } } })).items;
    const items = await read();
    expect(items).toHaveLength(USUAL_CHECKLIST.length);
    expect(items.map(({ room }) => room)).toEqual(
      expect.arrayContaining(['入户', '客厅', '厨房', '卫生间', '阳台']),
    );
    const [gone, changed] = items;
    if (gone === undefined || changed === undefined) throw new Error('no items');
    await desk.store.destroyWhere('inspectionItem', { id: gone.id });
    await desk.store.write([{ change: 'inspectionItem', record: changed, to: { name: 'Ours' } }]);
    expect((await desk.done(setUpInspectionTemplate, {})).result).toEqual({ templateId: null, items: 0 });
    const after = await read();
    expect(after).toHaveLength(USUAL_CHECKLIST.length - 1);
    expect(after.find(({ id }) => id === changed.id)?.name).toBe('Ours');
  });

  it('an inspection has its own copy: what is changed in the template later changes no running one', async () => {
    const handoverId = await handoverOf(desk, unit());
    const templateId = await templateOf(desk);
    const { result } = await desk.done(startInspection, { handoverId, templateId });
    const before = await itemsOf(desk, String(result.inspectionId));
    const { items } = await desk.store.read({ items: { object: 'inspectionItem', filter: { templateId } } });
    await desk.store.destroyWhere('inspectionItem', { id: { in: items.map(({ id }) => id) } });
    expect(await itemsOf(desk, String(result.inspectionId))).toEqual(before);
    expect(before.map(({ room, name }) => `${room}: ${name}`)).toEqual([
      'Entrance: Door',
      'Kitchen: Wall',
      'Kitchen: Tap',
    ]);
    expect((await handoverState(handoverId))?.state).toBe('INSPECTING');
    await save(String(result.inspectionId), ['OK', 'OK', 'OK']);
    await desk.done(signInspection, { inspectionId: result.inspectionId, signedBy: 'Mei' });
    const emptied = await handoverOf(desk, unit());
    expect(await desk.refused(startInspection, { handoverId: emptied, templateId })).toMatchObject({
      code: 'CHECKLIST_EMPTY',
    });
  });

  it('without a template named, the project’s own comes before the one for all', async () => {
    const own = await templateOf(desk, 1, true);
    const { templates } = await desk.store.read({
      templates: { object: 'inspectionTemplate', filter: { id: own } },
    });
    if (templates[0] === undefined) throw new Error('no template');
    const { projectId } = site;
    await desk.store.write([{ change: 'inspectionTemplate', record: templates[0], to: { projectId } }]);
    const { result } = await desk.done(startInspection, { handoverId: await handoverOf(desk, unit()) });
    expect((await inspection(String(result.inspectionId)))?.templateId).toBe(own);
  });

  it.each([
    'NOTIFIED',
    'BOOKED',
    'INSPECTING',
    'ACCEPTED',
    'KEYS_HANDED',
    'NO_SHOW',
    'DEEMED_DELIVERED',
  ] as const)('a handover that is %s is not inspected (C4)', async (state) => {
    const handoverId = await handoverOf(desk, unit(), { state });
    const asked = { handoverId, templateId: await templateOf(desk) };
    expect(await desk.refused(startInspection, asked)).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
      from: state,
      to: 'INSPECTING',
    });
  });

  it('two start at the same moment: one inspection is there', async () => {
    for (let round = 0; round < 3; round++) {
      const handoverId = await handoverOf(desk, unit());
      const asked = { handoverId, templateId: await templateOf(desk) };
      const answers = await Promise.all([1, 2, 3].map(() => desk.run(startInspection, asked)));
      const done = answers.filter((answer) => !isRefused(answer));
      const { found } = await desk.store.read({ found: { object: 'inspection', filter: { handoverId } } });
      expect([done.length, found.length]).toEqual([1, 1]);
      expect((await handoverState(handoverId))?.state).toBe('INSPECTING');
    }
  });

  it('a phone that hears no answer sends again: a defect stays one snag, and nothing is written', async () => {
    const { inspectionId } = await begun();
    await save(inspectionId, ['DEFECT', 'OK']);
    const [before, snags] = [await inspection(inspectionId), await snagsOf(inspectionId)];
    await save(inspectionId, ['DEFECT', 'OK']);
    await save(inspectionId, ['DEFECT']);
    expect(await inspection(inspectionId)).toEqual(before);
    expect(await snagsOf(inspectionId)).toEqual(snags);
    expect(snags).toHaveLength(1);
    expect(snags[0]).toMatchObject({
      state: 'OPEN',
      severity: 'BLOCKING',
      room: 'Entrance',
      description: 'Note 0',
    });
    expect(before).toMatchObject({ checkedItems: 2, defects: 1, revision: 1 });
  });

  it('ten saves at the same moment: no answer is lost', async () => {
    const { inspectionId } = await begun();
    const items = await itemsOf(desk, inspectionId);
    const saves = Array.from({ length: 9 }, (_, index) => ({
      itemId: items[index % 3]?.id ?? '',
      result: index % 3 === 1 ? 'DEFECT' : 'OK',
    }));
    const answers = await Promise.all(
      saves.map((answer) => desk.run(recordInspection, { inspectionId, answers: [answer] })),
    );
    expect(answers.filter(isRefused)).toEqual([]);
    expect((await itemsOf(desk, inspectionId)).map(({ result }) => result)).toEqual(['OK', 'DEFECT', 'OK']);
    expect(await snagsOf(inspectionId)).toHaveLength(1);
  }, 60_000);

  it('what is no defect after all has no snag any more, unless somebody works on it', async () => {
    const { inspectionId } = await begun();
    await save(inspectionId, ['DEFECT', 'DEFECT']);
    const [, second] = await itemsOf(desk, inspectionId);
    const snags = await snagsOf(inspectionId);
    const worked = snags.find(({ name }) => name.endsWith(second?.name ?? '?'));
    const contractorId = await companyOf(ground.client);
    await desk.done(moveSnag, { snagId: worked?.id, action: 'ASSIGN', contractorId });
    await save(inspectionId, ['OK']);
    expect((await snagsOf(inspectionId)).map(({ id }) => id)).toEqual([worked?.id]);
    const answers = await answersOf(desk, inspectionId, ['OK', 'OK']);
    expect(await desk.refused(recordInspection, { inspectionId, answers })).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
      from: 'ASSIGNED',
    });
    expect((await itemsOf(desk, inspectionId))[1]?.result).toBe('DEFECT');
  });

  it('is signed only when every item is answered, once, and stands still after', async () => {
    const { inspectionId, handoverId } = await begun();
    await save(inspectionId, ['OK']);
    expect(await desk.refused(signInspection, { inspectionId, signedBy: 'Mei' })).toEqual({
      code: 'INSPECTION_INCOMPLETE',
      inspection: expect.any(String),
      open: 2,
      rooms: ['Kitchen'],
    });
    await save(inspectionId, ['OK', 'DEFECT', 'NOT_APPLICABLE']);
    const { result } = await desk.done(signInspection, { inspectionId, signedBy: 'Mei' });
    expect(result).toMatchObject({ isPassed: true, defects: 1, blocking: 0, handoverState: 'ACCEPTED' });
    expect(await handoverState(handoverId)).toMatchObject({
      state: 'ACCEPTED',
      acceptedOn: new Date().toISOString().slice(0, 10),
    });
    expect(await inspection(inspectionId)).toMatchObject({
      state: 'SIGNED',
      signedBy: 'Mei',
      isPassed: true,
    });
    expect(await desk.refused(signInspection, { inspectionId, signedBy: 'Mei' })).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
    });
    const answers = await answersOf(desk, inspectionId, ['DEFECT']);
    expect(await desk.refused(recordInspection, { inspectionId, answers })).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
      from: 'SIGNED',
    });
  });

  it('a save and a signing at the same moment: what is signed is what is there', async () => {
    for (let round = 0; round < 3; round++) {
      const { inspectionId } = await begun();
      await save(inspectionId, ['OK', 'OK', 'OK']);
      const answers = await answersOf(desk, inspectionId, ['DEFECT']);
      const [saved, signed] = await Promise.all([
        desk.run(recordInspection, { inspectionId, answers }),
        desk.run(signInspection, { inspectionId, signedBy: 'Mei' }),
      ]);
      const now = await inspection(inspectionId);
      const [first] = await itemsOf(desk, inspectionId);
      expect(first?.result).toBe(isRefused(saved) ? 'OK' : 'DEFECT');
      expect(now?.state).toBe(isRefused(signed) ? 'OPEN' : 'SIGNED');
      expect(await snagsOf(inspectionId)).toHaveLength(isRefused(saved) ? 0 : 1);
    }
  });

  it('a blocking snag keeps the keys back until it is verified; the second walk looks at the defects only (C4)', async () => {
    const { inspectionId, handoverId } = await begun();
    await save(inspectionId, ['DEFECT', 'DEFECT', 'OK']);
    const { result } = await desk.done(signInspection, { inspectionId, signedBy: 'Mei' });
    expect(result).toMatchObject({ isPassed: false, defects: 2, blocking: 1, handoverState: 'SNAGS_OPEN' });
    const again = await desk.done(startInspection, { handoverId, onlyDefects: true });
    expect(again.result).toMatchObject({ number: 2, items: 2 });
    const second = String(again.result.inspectionId);
    await save(second, ['OK', 'OK']);
    const signed = await desk.done(signInspection, { inspectionId: second, signedBy: 'Mei' });
    expect(signed.result).toMatchObject({ handoverState: 'SNAGS_OPEN', isPassed: false });
    const blocking = (await snagsOf(inspectionId)).find(({ severity }) => severity === 'BLOCKING');
    const contractorId = await companyOf(ground.client);
    await desk.done(moveSnag, { snagId: blocking?.id, action: 'ASSIGN', contractorId });
    await desk.done(moveSnag, { snagId: blocking?.id, action: 'FIX', note: 'New lock' });
    expect((await handoverState(handoverId))?.state).toBe('SNAGS_OPEN');
    const verified = await desk.done(moveSnag, { snagId: blocking?.id, action: 'VERIFY', verifiedBy: 'Mei' });
    expect(verified.result).toMatchObject({ state: 'VERIFIED', handoverAccepted: true });
    expect((await handoverState(handoverId))?.state).toBe('ACCEPTED');
  });

  it('two verify the last two blocking snags at the same moment: the handover is accepted', async () => {
    for (let round = 0; round < 3; round++) {
      const unitId = unit();
      const handoverId = await handoverOf(desk, unitId, { state: 'SNAGS_OPEN' });
      const contractorId = await companyOf(ground.client);
      const ids: unknown[] = [];
      for (const title of ['Lock', 'Gas']) {
        const { result } = await desk.done(reportSnag, { unitId, handoverId, title, severity: 'BLOCKING' });
        await desk.done(moveSnag, { snagId: result.snagId, action: 'ASSIGN', contractorId });
        await desk.done(moveSnag, { snagId: result.snagId, action: 'FIX' });
        ids.push(result.snagId);
      }
      await Promise.all(
        ids.map((snagId) => desk.done(moveSnag, { snagId, action: 'VERIFY', verifiedBy: 'Mei' })),
      );
      expect((await handoverState(handoverId))?.state).toBe('ACCEPTED');
    }
  });

  it('of a decline and a fix at the same moment one counts, and the other is told', async () => {
    const contractorId = await companyOf(ground.client);
    for (let round = 0; round < 3; round++) {
      const { result } = await desk.done(reportSnag, { unitId: unit(), title: 'Crack' });
      const { snagId } = result;
      await desk.done(moveSnag, { snagId, action: 'ASSIGN', contractorId });
      const answers = await Promise.all([
        desk.run(moveSnag, { snagId, action: 'DECLINE', note: 'No defect' }),
        desk.run(moveSnag, { snagId, action: 'FIX', note: 'Filled' }),
      ]);
      expect(answers.filter(isRefused)).toHaveLength(1);
    }
  });

  it('a snag past its due date is found until it is declined or verified, and again with a new date (C4)', async () => {
    const dueAt = '2026-01-10T08:00:00.000Z';
    const { result } = await desk.done(reportSnag, { unitId: unit(), title: 'Crack', dueAt });
    const { snagId } = result;
    const foundAt = async (moment: string, afterHours = 0) => {
      const clock = { now: () => new Date(moment) };
      const found = await findOverdueSnags.find({ store: desk.store, clock }, { afterHours });
      if (isRefused(found)) throw new Error(found.refused.code);
      return found.plan.filter(({ recordId }) => recordId === snagId).map(({ occasion }) => occasion);
    };
    expect(await foundAt('2026-01-10T07:59:00Z')).toEqual([]);
    expect(await foundAt('2026-01-10T09:00:00Z')).toEqual([`snag overdue ${dueAt}`]);
    expect(await foundAt('2026-01-10T09:00:00Z', 2)).toEqual([]);
    const declined = { snagId, action: 'DECLINE', note: 'Within tolerance' };
    await desk.done(moveSnag, declined, { now: new Date('2026-01-10T10:00:00Z') });
    expect(await foundAt('2026-03-01T00:00:00Z')).toEqual([]);
    await desk.done(moveSnag, { snagId, action: 'REOPEN' }, { now: new Date('2026-01-12T10:00:00Z') });
    expect(await foundAt('2026-01-12T07:00:00Z')).toEqual([]);
    expect(await foundAt('2026-01-12T11:00:00Z')).toEqual(['snag overdue 2026-01-12T08:00:00.000Z']);
  });

  it.each([
    [
      'an inspection',
      recordInspection,
      { inspectionId: randomUUID(), answers: [{ itemId: 'x', result: 'OK' }] },
    ],
    ['an inspection', signInspection, { inspectionId: randomUUID(), signedBy: 'Mei' }],
    ['a handover', startInspection, { handoverId: randomUUID() }],
    ['a unit', reportSnag, { unitId: randomUUID(), title: 'Crack' }],
    ['a snag', moveSnag, { snagId: randomUUID(), action: 'START' }],
  ])('%s that is not there is said so (%#)', async (_what, command, input) => {
    expect(await desk.refused(command, input)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('an item of another checklist, a handover of another unit, a contractor that is none are refused', async () => {
    const { inspectionId, handoverId } = await begun();
    const answers = [{ itemId: randomUUID(), result: 'OK' }];
    expect(await desk.refused(recordInspection, { inspectionId, answers })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'answers',
    });
    expect(await desk.refused(reportSnag, { unitId: unit(), handoverId, title: 'Crack' })).toMatchObject({
      code: 'NOT_FOUND',
      what: 'handover',
    });
    const { result } = await desk.done(reportSnag, { unitId: unit(), title: 'Crack' });
    const assign = { snagId: result.snagId, action: 'ASSIGN', contractorId: randomUUID() };
    expect(await desk.refused(moveSnag, assign)).toMatchObject({ code: 'NOT_FOUND', what: 'contractor' });
  });
});
