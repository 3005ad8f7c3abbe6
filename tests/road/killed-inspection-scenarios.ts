/** Inspections, snags and key sets for every-command-killed.test.ts. */
import { randomUUID } from 'node:crypto';
import { countKeys } from '#commands/handover/count-keys.ts';
import { moveKeys } from '#commands/handover/move-keys.ts';
import { moveSnag } from '#commands/handover/move-snag.ts';
import { recordInspection } from '#commands/handover/record-inspection.ts';
import { reportSnag } from '#commands/handover/report-snag.ts';
import { setUpInspectionTemplate } from '#commands/handover/set-up-inspection-template.ts';
import { signInspection } from '#commands/handover/sign-inspection.ts';
import { startInspection } from '#commands/handover/start-inspection.ts';
import { takeBackSnagLinks } from '#commands/handover/take-back-snag-links.ts';
import { type CheckResult, checkItemsOf } from '#domain/handover/index.ts';
import type { Fields } from '#port/records.ts';
import type { WorkspaceClient } from '#scripts/shared/workspace-client.ts';
import type { Desk } from './in-process.ts';
import type { Scenario, Stage } from './killed-scenarios.ts';

type Handover = Partial<Fields<'handover'>>;

/** A handover as the appointment leaves it. */
export async function handoverOf(desk: Desk, unitId: string, more: Handover = {}): Promise<string> {
  const id = randomUUID();
  const row = { id, name: 'Visit', unitId, state: 'ARRIVED' as const, linkVersion: 0, ...more };
  await desk.store.write([{ create: 'handover', row }]);
  return id;
}

/** A template of a few items, of no project and so for all. */
/** Named where it is used: an active one would ask for an inspection of every home that others hand over. */
export async function templateOf(desk: Desk, blocking = 1, isActive = false): Promise<string> {
  const id = randomUUID();
  await desk.store.write([{ create: 'inspectionTemplate', row: { id, name: 'Few', isActive } }]);
  const rows = ['Door', 'Wall', 'Tap'].map((name, index) => ({
    id: randomUUID(),
    name,
    templateId: id,
    room: index === 0 ? 'Entrance' : 'Kitchen',
    place: index + 1,
    category: 'OTHER' as const,
    severity: index < blocking ? ('BLOCKING' as const) : ('MINOR' as const),
  }));
  await desk.store.write([{ createMany: 'inspectionItem', rows }]);
  return id;
}

export async function itemsOf(desk: Desk, inspectionId: string) {
  const { found } = await desk.store.read({ found: { object: 'inspection', filter: { id: inspectionId } } });
  return checkItemsOf(found[0]?.answers);
}

/** Answers for the first items, in their order. */
export async function answersOf(desk: Desk, inspectionId: string, results: readonly CheckResult[]) {
  const items = await itemsOf(desk, inspectionId);
  return results.map((result, index) => ({ itemId: items[index]?.id ?? '', result, note: `Note ${index}` }));
}

export async function inspectionOf(desk: Desk, unitId: string, handover: Handover = {}) {
  const handoverId = await handoverOf(desk, unitId, handover);
  const templateId = await templateOf(desk);
  const { result } = await desk.done(startInspection, { handoverId, templateId });
  return { handoverId, inspectionId: String(result.inspectionId) };
}

async function begun(stage: Stage) {
  return inspectionOf(stage.desk, await stage.unit());
}

async function snagOf(stage: Stage): Promise<string> {
  const unitId = await stage.unit();
  const handoverId = await handoverOf(stage.desk, unitId, { state: 'SNAGS_OPEN' });
  const snag = { unitId, handoverId, title: 'Lock', severity: 'BLOCKING' };
  return String((await stage.desk.done(reportSnag, snag)).result.snagId);
}

/** As in a company that inspects nothing: no template of other scenarios asks for an inspection. */
export async function withoutTemplates({ store }: Desk) {
  const { active } = await store.read({
    active: { object: 'inspectionTemplate', filter: { isActive: true } },
  });
  const changes = active.map((record) => ({ record, to: { isActive: false } }));
  if (changes.length > 0) await store.write([{ changeMany: 'inspectionTemplate', changes }]);
}

/** A company of the workspace: what a contractor is. */
export async function companyOf(client: WorkspaceClient) {
  const id = randomUUID();
  await client.graphql('mutation ($data: CompanyCreateInput!) { createCompany(data: $data) { id } }', {
    data: { id, name: `Builder ${id.slice(0, 4)}` },
  });
  return id;
}

async function keysOf(stage: Stage, count: number): Promise<string[]> {
  const sets = Array.from({ length: count }, () => ({ kind: 'DOOR_KEYS', pieces: 3 }));
  const { result } = await stage.desk.done(countKeys, { unitId: await stage.unit(), sets });
  return result.keySetIds as string[];
}

export const INSPECTION_SCENARIOS: Scenario[] = [
  {
    name: takeBackSnagLinks.name,
    command: takeBackSnagLinks,
    prepare: async (stage) => ({ input: { kind: 'contractor', recordId: await stage.company() } }),
  },
  {
    name: 'set-up-inspection-template',
    command: setUpInspectionTemplate,
    // The template is the workspace's: each run begins without one.
    async prepare({ desk: { store } }) {
      const { items, templates } = await store.read({
        items: { object: 'inspectionItem', filter: {} },
        templates: { object: 'inspectionTemplate', filter: {} },
      });
      if (items.length > 0)
        await store.destroyWhere('inspectionItem', { id: { in: items.map(({ id }) => id) } });
      if (templates.length > 0)
        await store.destroyWhere('inspectionTemplate', { id: { in: templates.map(({ id }) => id) } });
      return { input: {} };
    },
  },
  {
    name: 'start-inspection',
    command: startInspection,
    async prepare({ desk, unit }) {
      const handoverId = await handoverOf(desk, await unit());
      return { input: { handoverId, templateId: await templateOf(desk) } };
    },
  },
  {
    name: 'record-inspection',
    command: recordInspection,
    async prepare(stage) {
      const { inspectionId } = await begun(stage);
      const before = await answersOf(stage.desk, inspectionId, ['DEFECT']);
      await stage.desk.done(recordInspection, { inspectionId, answers: before });
      return {
        input: {
          inspectionId,
          answers: await answersOf(stage.desk, inspectionId, ['OK', 'DEFECT', 'DEFECT']),
        },
      };
    },
  },
  {
    name: 'sign-inspection with a blocking snag',
    command: signInspection,
    async prepare(stage) {
      const { inspectionId } = await begun(stage);
      const answers = await answersOf(stage.desk, inspectionId, ['DEFECT', 'OK', 'NOT_APPLICABLE']);
      await stage.desk.done(recordInspection, { inspectionId, answers });
      return { input: { inspectionId, signedBy: 'Mei Lin', remark: 'Rainy' } };
    },
  },
  {
    name: 'report-snag',
    command: reportSnag,
    prepare: async (stage) => ({ input: { unitId: await stage.unit(), title: 'Scratch', room: 'Hall' } }),
  },
  {
    name: 'move-snag, the last blocking one verified',
    command: moveSnag,
    async prepare(stage) {
      const snagId = await snagOf(stage);
      const contractorId = await stage.company();
      await stage.desk.done(moveSnag, { snagId, action: 'ASSIGN', contractorId });
      await stage.desk.done(moveSnag, { snagId, action: 'FIX', note: 'New lock' });
      return { input: { snagId, action: 'VERIFY', verifiedBy: 'Mei Lin' } };
    },
  },
  ...(['DECLINE', 'START', 'REOPEN'] as const).map(
    (action): Scenario => ({
      name: `move-snag, ${action.toLowerCase()}`,
      command: moveSnag,
      async prepare(stage) {
        const snagId = await snagOf(stage);
        if (action === 'START') {
          const contractorId = await stage.company();
          await stage.desk.done(moveSnag, { snagId, action: 'ASSIGN', contractorId });
        }
        if (action === 'REOPEN') await stage.desk.done(moveSnag, { snagId, action: 'DECLINE', note: 'Dirt' });
        return { input: { snagId, action, note: 'As told' } };
      },
    }),
  ),
  {
    name: 'count-keys',
    command: countKeys,
    prepare: async (stage) => ({
      input: {
        unitId: await stage.unit(),
        sets: [
          { kind: 'DOOR_KEYS', pieces: 3 },
          { kind: 'MANUALS', pieces: 1 },
        ],
      },
    }),
  },
  {
    name: 'move-keys, two sets at once',
    command: moveKeys,
    prepare: async (stage) => ({
      input: { keySetIds: await keysOf(stage, 2), action: 'HAND_OVER', handedTo: 'Mei Lin' },
    }),
  },
];
