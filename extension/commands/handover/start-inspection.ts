/**
 * Changes: an inspection with its own copy of the template's items, so that a later edit of the template changes
 * no running one; the handover INSPECTING. Guard: the handover is moved only while it is ARRIVED or SNAGS_OPEN; of
 * two at once one moves it, and the other's inspection is deleted again.
 * After a crash: an inspection of a handover that was not moved; the same request again moves it.
 */
import * as z from 'zod/mini';
import { type CheckItem, checkItemsOf, checklistOf, HANDOVER_TRANSITIONS } from '#domain/handover/index.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Store } from '#port/store.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId } from '../system/input.ts';

const schema = z.object({
  requestId,
  handoverId: recordId,
  /** Without it the project's own, else the one for all projects. */
  templateId: z.optional(recordId),
  inspectorId: z.optional(recordId),
  /** Only what was a defect when it was last looked at. */
  onlyDefects: z.optional(z.boolean()),
});

type Input = z.infer<typeof schema>;
type Handover = Loaded<'handover', { unit: true }>;
type Snapshot = {
  handover: Handover;
  inspections: RecordOf<'inspection'>[];
  template: RecordOf<'inspectionTemplate'> | null;
  items: RecordOf<'inspectionItem'>[];
};
type Plan = { items: CheckItem[]; number: number };
type Answer = { inspectionId: string; number: number; items: number };

export const startInspection: Command<Input, Snapshot, Plan, Answer> = {
  name: 'start-inspection',
  room: 'handover',
  title: 'Start inspection',
  right: 'handOver',
  schema,
  subject: ({ handoverId }) => ({ kind: 'handover', id: handoverId }),

  async load({ store }, { handoverId, templateId }) {
    const { handovers, inspections, templates } = await store.read({
      handovers: { object: 'handover', filter: { id: handoverId }, with: { unit: true } },
      inspections: { object: 'inspection', filter: { handoverId } },
      templates: {
        object: 'inspectionTemplate',
        filter: templateId === undefined ? { isActive: true } : { id: templateId },
      },
    });
    const [handover] = handovers;
    if (handover === undefined) return refuse({ code: 'NOT_FOUND', what: 'handover', id: handoverId });
    const template = templateFor(templates, handover.unit?.projectId ?? null, templateId);
    const items =
      template === null
        ? []
        : (
            await store.read({
              items: { object: 'inspectionItem', filter: { templateId: template.id } },
            })
          ).items;
    // What was seen of the home before a change of the unit is not counted with this one's.
    const ofHome = inspections.filter(({ unitId }) => unitId === handover.unitId);
    return { plan: { handover, inspections: ofHome, template, items } };
  },

  decide(run, input, { handover, inspections, template, items }): Decision<Plan> {
    const own = inspections.find(({ id }) => id === run.idFor('inspection'));
    if (own !== undefined) return { plan: { items: checkItemsOf(own.answers), number: own.number ?? 1 } };
    if (!canGo(HANDOVER_TRANSITIONS, handover.state, 'INSPECTING')) {
      const { name, state } = handover;
      return refuse({ code: 'STATE_NOT_ALLOWED', what: name, from: state, to: 'INSPECTING' });
    }
    const last = [...inspections].sort((a, b) => (b.number ?? 0) - (a.number ?? 0))[0];
    const defects = checkItemsOf(last?.answers).filter(({ result }) => result === 'DEFECT');
    const checklist =
      input.onlyDefects === true
        ? defects.map((item) => ({ ...item, result: null, note: '' }))
        : checklistOf(items.map((item) => ({ ...item, room: item.room || '–' })));
    if (checklist.length === 0) return refuse({ code: 'CHECKLIST_EMPTY', template: template?.name || '–' });
    return { plan: { items: checklist, number: (last?.number ?? 0) + 1 } };
  },

  async apply(run, input, { handover, template }, { items, number }) {
    const id = run.idFor('inspection');
    const row = {
      id,
      name: `${handover.unit?.name ?? handover.name} · ${number}`,
      handoverId: handover.id,
      unitId: handover.unitId,
      templateId: template?.id ?? null,
      number,
      state: 'OPEN' as const,
      startedAt: run.now.toISOString(),
      inspectorId: input.inspectorId ?? run.actor.memberId,
      checkedItems: 0,
      defects: 0,
      isPassed: false,
      answers: { items },
      revision: 0,
    };
    await run.store.write([{ create: 'inspection', row }]);
    if (!(await moveToInspecting(run, handover))) {
      await run.store.destroyWhere('inspection', { id });
      return refuse({ code: 'BUSY', what: handover.name });
    }
    const answer = { inspectionId: id, number, items: items.length };
    const message = `Inspection ${number} of ${handover.unit?.name ?? handover.name} has begun: ${items.length} items.`;
    return { plan: { answer, message, before: { handover: handover.state }, after: answer } };
  },
};

function templateFor(
  templates: readonly RecordOf<'inspectionTemplate'>[],
  projectId: string | null,
  chosen: string | undefined,
): RecordOf<'inspectionTemplate'> | null {
  if (chosen !== undefined) return templates[0] ?? null;
  const sorted = [...templates].sort((a, b) => (a.name < b.name ? -1 : 1));
  const own = sorted.find((one) => one.projectId !== null && one.projectId === projectId);
  return own ?? sorted.find((one) => one.projectId === null) ?? null;
}

/** Moved by us, now or by an earlier run of this request: then no other inspection of it is open. */
async function moveToInspecting(run: Run, handover: Handover): Promise<boolean> {
  const moved = await run.store.changeWhere(
    'handover',
    { id: handover.id, unitId: handover.unitId, state: { in: ['ARRIVED', 'SNAGS_OPEN'] } },
    { ...sealedFields('handover', handover), state: 'INSPECTING' },
  );
  return moved.length > 0 || isMovedByUs(run.store, handover, run.idFor('inspection'));
}

async function isMovedByUs(store: Store, { id, unitId }: Handover, own: string): Promise<boolean> {
  const { handovers, inspections } = await store.read({
    handovers: { object: 'handover', filter: { id } },
    inspections: { object: 'inspection', filter: { handoverId: id, unitId, state: 'OPEN' } },
  });
  return (
    handovers[0]?.state === 'INSPECTING' &&
    inspections.some(({ id }) => id === own) &&
    !inspections.some(({ id }) => id !== own)
  );
}
