/**
 * An inspection with what hangs on it, and the snags that its defects are.
 *
 * Changes: answers and counts of the inspection; the snags of its defects. Guard: the revision of the inspection; a
 * snag's id is made of inspection and item, so each defect is one. After a crash: answers without their snags; the
 * next save or the signing makes them.
 */
import {
  type CheckItem,
  checkItemsOf,
  countChecks,
  OPEN_SNAG_STATES,
  snagDueAt,
} from '#domain/handover/index.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Store } from '#port/store.ts';
import type { Run } from '../system/command.ts';
import { derivedId } from '../system/request-ids.ts';

export type Inspection = Loaded<'inspection', { handover: true; unit: { project: true } }>;
export type InspectionSnapshot = { inspection: Inspection; items: CheckItem[]; snags: RecordOf<'snag'>[] };

export async function loadInspection(store: Store, id: string): Promise<Decision<InspectionSnapshot>> {
  const { inspections, snags } = await store.read({
    inspections: {
      object: 'inspection',
      filter: { id },
      with: { handover: true, unit: { project: true } },
    },
    snags: { object: 'snag', filter: { inspectionId: id } },
  });
  const [inspection] = inspections;
  if (inspection === undefined) return refuse({ code: 'NOT_FOUND', what: 'inspection', id });
  return { plan: { inspection, items: checkItemsOf(inspection.answers), snags } };
}

/** A defect is one snag, whoever tells of it and however often. */
export function snagIdOf(inspectionId: string, itemId: string): string {
  return derivedId('snag', inspectionId, itemId);
}

/** Writes the checklist while nobody else has since it was read. */
export async function saveChecklist(
  store: Store,
  inspection: Inspection,
  items: readonly CheckItem[],
  more: { state?: 'SIGNED'; signedAt?: string; signedBy?: string; isPassed?: boolean } = {},
  /** Of the request that signs it. */
  signedIn?: string,
): Promise<boolean> {
  const { checked, defects } = countChecks(items);
  const changed = await store.changeWhere(
    'inspection',
    { id: inspection.id, state: 'OPEN', revision: inspection.revision },
    {
      ...sealedFields('inspection', inspection),
      answers: signedIn === undefined ? { items } : { items, signedIn },
      checkedItems: checked,
      defects,
      revision: (inspection.revision ?? 0) + 1,
      ...more,
    },
  );
  return changed.length > 0;
}

/** Which request has signed it lies with the answers. */
export function signedIn({ answers }: Pick<Inspection, 'answers'>): unknown {
  return (answers as { signedIn?: unknown } | null)?.signedIn;
}

/** Makes snags and checklist agree: a defect without one gets it, an open one of no defect goes. */
export async function agreeSnags(run: Run, { inspection, items, snags }: InspectionSnapshot): Promise<void> {
  const known = new Map(snags.map((snag) => [snag.id, snag]));
  const rows = [];
  const changes = [];
  const gone: string[] = [];
  for (const item of items) {
    const id = snagIdOf(inspection.id, item.id);
    const snag = known.get(id);
    if (item.result !== 'DEFECT') {
      if (snag?.state === 'OPEN') gone.push(id);
      continue;
    }
    const description = item.note;
    if (snag === undefined) rows.push(snagRow(run, inspection, item));
    else if (snag.state === 'OPEN' && (snag.description !== description || snag.severity !== item.severity))
      changes.push({
        record: snag,
        to: {
          description,
          severity: item.severity,
          dueAt: snagDueAt(new Date(snag.foundAt ?? run.now), item.severity),
        },
      });
  }
  if (rows.length > 0) await run.store.write([{ createMany: 'snag', rows }]);
  if (changes.length > 0) await run.store.write([{ changeMany: 'snag', changes }]);
  if (gone.length > 0) await run.store.destroyWhere('snag', { id: { in: gone }, state: 'OPEN' });
}

function snagRow(run: Run, { id: inspectionId, handoverId, unitId, unit }: Inspection, item: CheckItem) {
  return {
    id: snagIdOf(inspectionId, item.id),
    name: [unit?.name, item.room, item.name].filter(Boolean).join(' · '),
    unitId,
    handoverId,
    inspectionId,
    serviceTicketId: null,
    room: item.room,
    category: item.category,
    severity: item.severity,
    state: 'OPEN' as const,
    contractorId: null,
    description: item.note,
    foundAt: run.now.toISOString(),
    foundBy: run.actor.name,
    dueAt: snagDueAt(run.now, item.severity),
    reopened: 0,
    photosBefore: 0,
    photosAfter: 0,
    pausedMinutes: 0,
  };
}

/** Blocking snags that a handover has found in a home, neither verified nor declined. */
export async function blockingSnags(
  store: Store,
  { handoverId, unitId }: { handoverId: string | null; unitId: string | null },
): Promise<RecordOf<'snag'>[]> {
  const { blocking } = await store.read({
    blocking: { object: 'snag', filter: { handoverId, unitId, severity: 'BLOCKING' } },
  });
  return blocking.filter(({ state }) => OPEN_SNAG_STATES.includes(state));
}
