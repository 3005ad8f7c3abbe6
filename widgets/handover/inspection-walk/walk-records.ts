/** What the walk of an inspection reads, in one request. */
import type { InspectionState } from '#domain/handover/after-sale-states.ts';
import { type CheckItem, checkItemsOf } from '#domain/handover/inspections.ts';
import { readOne } from '#widgets/shared/command-form/one-record.ts';

type Stored = {
  id: string;
  name: string | null;
  number: number | null;
  state: InspectionState | null;
  signedAt: string | null;
  signedBy: string | null;
  isPassed: boolean | null;
  answers: unknown;
  unit: { name: string | null } | null;
};

export type Walk = Omit<Stored, 'answers'> & { items: CheckItem[] };

const FIELDS = 'id name number state signedAt signedBy isPassed answers unit { name }';

/** Null when the inspection is gone. @throws ApiFailure */
export async function readWalk(id: string): Promise<Walk | null> {
  const stored = await readOne<Stored>('keyturnInspections', FIELDS, id);
  if (stored === null) return null;
  const { answers, ...rest } = stored;
  return { ...rest, items: checkItemsOf(answers) };
}
