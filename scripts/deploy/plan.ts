/** What a deploy would create, change and delete, and which data that would cost. Pure. */
import type { Manifest } from './manifest.ts';
import { KIND_NAMES, KINDS, type Kind, missingParts, partsOf } from './parts.ts';
import { identifierOf, type ServerAction } from './server-plan.ts';
import type { Snapshot } from './workspace-snapshot.ts';

export type Change = { kind: Kind; name: string; detail?: string };

export type Plan = {
  creates: Change[];
  changes: Change[];
  deletes: Change[];
  /** Columns of views, tabs, widgets, permissions: counted, not named. */
  details: { created: number; changed: number; deleted: number };
  /** What disappears together with its data. */
  losses: string[];
};

export function makePlan(manifest: Manifest, workspace: Snapshot, actions: readonly ServerAction[]): Plan {
  const names = new Map(partsOf(manifest, workspace).map((part) => [part.universalIdentifier, part.name]));
  const objects = new Map(workspace.objects.map((object) => [object.universalIdentifier, object.name]));
  const named = (type: ServerAction['type']) =>
    actions.flatMap((action) => {
      const kind = kindOf(action);
      if (action.type !== type || kind === undefined) return [];
      const name = names.get(identifierOf(action)) ?? ownName(action, objects);
      return [{ kind, name, ...(type === 'update' ? { detail: diffText(action) } : {}) }];
    });
  const details = (type: ServerAction['type']) =>
    actions.filter((action) => action.type === type && kindOf(action) === undefined).length;
  return {
    creates: missingParts(manifest, workspace, actions).map(({ kind, name }) => ({ kind, name })),
    changes: named('update'),
    deletes: named('delete'),
    details: { created: details('create'), changed: details('update'), deleted: details('delete') },
    losses: actions.flatMap((action) =>
      lossesOf(action, names.get(identifierOf(action)) ?? ownName(action, objects)),
    ),
  };
}

function kindOf(action: ServerAction): Kind | undefined {
  return KIND_NAMES.find((kind) => KINDS[kind].metadata === action.metadataName);
}

function ownName(action: ServerAction, objects: ReadonlyMap<string, string>): string {
  const entity = action.flatEntity ?? {};
  const object = objects.get(String(entity.objectMetadataUniversalIdentifier));
  const name = entity.nameSingular ?? entity.name ?? entity.label ?? entity.title ?? identifierOf(action);
  return action.metadataName === 'fieldMetadata' && object !== undefined
    ? `${object}.${String(name)}`
    : String(name);
}

function diffText(action: ServerAction): string {
  return Object.entries(action.diff ?? {})
    .map(([property, { before, after }]) => {
      if (/checksum$/i.test(property)) return 'new code';
      return isShort(before) && isShort(after)
        ? `${property}: ${JSON.stringify(before ?? null)} -> ${JSON.stringify(after ?? null)}`
        : property;
    })
    .join(', ');
}

function isShort(value: unknown): boolean {
  return (JSON.stringify(value ?? null) ?? '').length <= 60;
}

/** A dropped object takes its records along, a dropped field or option the values that records have. */
function lossesOf(action: ServerAction, name: string): string[] {
  if (action.type === 'delete' && action.metadataName === 'objectMetadata')
    return [`object ${name} with all its records`];
  if (action.type === 'delete' && action.metadataName === 'fieldMetadata') {
    return isListOfRelated(action) ? [] : [`field ${name} with its values`];
  }
  if (action.type !== 'update' || action.metadataName !== 'fieldMetadata') return [];
  const type = action.diff?.type === undefined ? [] : [`field ${name} changes its type and loses its values`];
  return [
    ...type,
    ...droppedOptions(action).map((value) => `option ${value} of field ${name}, wherever a record has it`),
  ];
}

/** The "many" side of a relation has no column of its own. */
function isListOfRelated(action: ServerAction): boolean {
  const settings = (action.flatEntity?.universalSettings ?? action.flatEntity?.settings ?? {}) as {
    relationType?: string;
  };
  return settings.relationType === 'ONE_TO_MANY';
}

type Option = { id?: string; value?: unknown };

/** An option that keeps its id is only renamed, and its values with it. */
function droppedOptions(action: ServerAction): string[] {
  const options = (list: unknown) => (Array.isArray(list) ? (list as Option[]) : []);
  const { before, after } = action.diff?.options ?? {};
  const kept = new Set(options(after).flatMap(({ id, value }) => [id, value]));
  return options(before)
    .filter(({ id, value }) => !kept.has(value) && !(id !== undefined && kept.has(id)))
    .map(({ value }) => String(value));
}

export function isEmpty(plan: Plan): boolean {
  const { created, changed, deleted } = plan.details;
  return plan.creates.length + plan.changes.length + plan.deletes.length + created + changed + deleted === 0;
}
