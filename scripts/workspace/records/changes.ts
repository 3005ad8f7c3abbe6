/**
 * What changed, in the shape of Twenty's database events. The real server also speaks of `upserted`, to
 * workflows only: it never reaches a function, so there is none here.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Member } from '#scripts/workspace/access/identity.ts';
import type { ObjectModel } from '#scripts/workspace/model/model.ts';
import type { ApiRecord } from '#scripts/workspace/records/context.ts';

export type ChangeAction = 'created' | 'updated' | 'deleted' | 'destroyed' | 'restored';

export type Change = {
  object: ObjectModel;
  action: ChangeAction;
  recordId: string;
  member?: Member;
  properties: { before?: ApiRecord; after?: ApiRecord; diff?: Diff; updatedFields?: string[] };
};

export type ChangeLog = {
  /** False when nobody listens, so that writers need not read the rows before and after. */
  isWatched(object: ObjectModel, action: ChangeAction): boolean;
  announce(changes: Change[]): void;
};

type Diff = Record<string, { before: unknown; after: unknown }>;

/** Changed fields; a relation counts under its own name and under that of its key. updatedAt never counts. */
export function differences(
  object: ObjectModel,
  before: ApiRecord,
  after: ApiRecord,
): { diff: Diff; updatedFields: string[] } {
  const diff: Diff = {};
  const updatedFields: string[] = [];
  for (const field of object.fields) {
    if (field.name === 'updatedAt') continue;
    if (!field.relation) {
      if (isDeepStrictEqual(before[field.name], after[field.name])) continue;
      diff[field.name] = { before: before[field.name], after: after[field.name] };
      updatedFields.push(field.name);
      continue;
    }
    const { kind, joinColumn } = field.relation;
    // A morph relation's key is left out of the diff on the real server.
    if (kind !== 'MANY_TO_ONE' || field.type !== 'RELATION' || before[joinColumn] === after[joinColumn])
      continue;
    diff[field.name] = {
      before: { id: before[joinColumn] ?? null },
      after: { id: after[joinColumn] ?? null },
    };
    updatedFields.push(field.name, joinColumn);
  }
  return { diff, updatedFields };
}

type Images = { before?: ApiRecord; after?: ApiRecord };

/** One change, or none when an update changed nothing. */
export function toChange(
  object: ObjectModel,
  action: ChangeAction,
  { before, after }: Images,
  member?: Member,
): Change[] {
  const recordId = String((after ?? before)?.id);
  const base = { object, action, recordId, ...(member ? { member } : {}) };
  if (action === 'created') return [{ ...base, properties: { after } }];
  if (action === 'destroyed') return [{ ...base, properties: { before } }];
  const changed = differences(object, before ?? {}, after ?? {});
  if (changed.updatedFields.length === 0) return [];
  return [{ ...base, properties: { before, after, ...changed } }];
}
