/** The widgets of a visit read what the workspace has, and give their commands as who works with handovers. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { countKeys } from '#commands/handover/count-keys.ts';
import { recordInspection } from '#commands/handover/record-inspection.ts';
import { MOVE_KEYS, movable } from '#widgets/handover/handover-visit/visit-forms.tsx';
import { readVisitPage, readVisitWithKeys } from '#widgets/handover/handover-visit/visit-records.ts';
import { shownItems } from '#widgets/handover/inspection-walk/walk-drafts.ts';
import { readWalk } from '#widgets/handover/inspection-walk/walk-records.ts';
import { readSnag, readSnagAndCompanies } from '#widgets/handover/snag-summary/snag-records.ts';
import { runCommand } from '#widgets/shared/api/run-command.ts';
import { buildSite, type Ground, openGround, type Site } from './ground.ts';
import { type Desk, inProcess } from './in-process.ts';
import { answersOf, companyOf, inspectionOf, templateOf } from './killed-inspection-scenarios.ts';

describe('the widgets of a visit', () => {
  let ground: Ground;
  let desk: Desk;
  let site: Site;
  beforeAll(async () => {
    ground = await openGround();
    desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
    site = await buildSite(ground.client, { units: 2, buyers: 1 });
  });
  afterAll(() => ground.close());
  beforeEach(() => {
    const member = ground.workspace.members.find(({ roleLabel }) => roleLabel === 'Keyturn Handover');
    vi.stubEnv('TWENTY_API_URL', ground.workspace.url);
    vi.stubEnv('TWENTY_APP_ACCESS_TOKEN', member?.token ?? '');
  });
  afterEach(() => vi.unstubAllEnvs());

  it('show an inspection, its snags and the keys to who hands homes over, and take what they do', async () => {
    const unitId = site.unitIds[0] ?? '';
    const { handoverId, inspectionId } = await inspectionOf(desk, unitId);
    const answers = await answersOf(desk, inspectionId, ['DEFECT', 'OK']);
    await desk.done(recordInspection, { inspectionId, answers });
    await desk.done(countKeys, { unitId, sets: [{ kind: 'DOOR_KEYS', pieces: 3 }] });

    const walk = await readWalk(inspectionId);
    expect(walk).toMatchObject({ number: 1, state: 'OPEN' });
    expect(shownItems(walk?.items ?? [], {}).map(({ result }) => result)).toEqual(['DEFECT', 'OK', null]);

    const visit = await readVisitPage(handoverId);
    expect(visit?.handover).toMatchObject({ id: handoverId, state: 'INSPECTING', unitId });
    expect(visit?.inspections).toHaveLength(1);
    expect(visit?.snags).toMatchObject([{ severity: 'BLOCKING', state: 'OPEN' }]);
    expect(visit?.keys).toMatchObject([{ kind: 'DOOR_KEYS', count: 3, state: 'IN_STORE' }]);
    expect(visit?.templates).toEqual([]);
    const active = await templateOf(desk, 1, true);
    expect((await readVisitPage(handoverId))?.templates).toMatchObject([{ id: active }]);

    const snagId = visit?.snags?.[0]?.id ?? '';
    expect(await readSnag(snagId)).toMatchObject({ room: 'Entrance', photosBefore: 0, contractor: null });
    const contractorId = await companyOf(ground.client);
    const withCompanies = await readSnagAndCompanies(snagId);
    expect(withCompanies?.companies.map(({ id }) => id)).toContain(contractorId);

    const options = { requestId: `visit-${handoverId}`, locale: 'en' };
    const assigned = await runCommand(
      'handover/move-snag',
      { snagId, action: 'ASSIGN', contractorId },
      options,
    );
    expect(assigned).toMatchObject({ kind: 'DONE', result: { state: 'ASSIGNED' } });
    const link = await runCommand(
      'handover/snag-link',
      { kind: 'contractor', recordId: contractorId },
      options,
    );
    expect(link).toMatchObject({ kind: 'DONE', result: { url: expect.stringContaining('/snags?t=') } });

    const subject = await readVisitWithKeys(handoverId);
    if (subject === null) throw new Error('no handover');
    expect(movable(subject.keys, 'RETURN')).toEqual([]);
    const start = MOVE_KEYS.start(subject);
    expect(start).toMatchObject({ action: 'HAND_OVER', which: 'ALL' });
  });

  it('what is not there is said to be gone', async () => {
    const gone = '7b3f1f0c-3f63-4a65-a481-7b221040253d';
    expect([await readWalk(gone), await readSnag(gone), await readVisitPage(gone)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
