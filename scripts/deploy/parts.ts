/** The named parts of an extension, by kind, and which of them a workspace lacks. Pure. */
import type { Entity, Manifest } from './manifest.ts';
import { identifierOf, type ServerAction } from './server-plan.ts';
import type { Snapshot } from './workspace-snapshot.ts';

export const KINDS = {
  object: { one: 'object', many: 'objects', metadata: 'objectMetadata' },
  field: { one: 'field', many: 'fields', metadata: 'fieldMetadata' },
  index: { one: 'index', many: 'indexes', metadata: 'index' },
  role: { one: 'role', many: 'roles', metadata: 'role' },
  function: { one: 'function', many: 'functions', metadata: 'logicFunction' },
  widget: { one: 'widget', many: 'widgets', metadata: 'frontComponent' },
  page: { one: 'page', many: 'pages', metadata: 'pageLayout' },
  view: { one: 'view', many: 'views', metadata: 'view' },
  sidebar: { one: 'sidebar entry', many: 'sidebar entries', metadata: 'navigationMenuItem' },
  command: { one: 'command', many: 'commands', metadata: 'commandMenuItem' },
} as const;

export type Kind = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as Kind[];

export type Part = { kind: Kind; universalIdentifier: string; name: string };

function parts<T extends Entity>(
  kind: Kind,
  list: readonly T[],
  nameOf: (entry: T) => string | undefined,
): Part[] {
  return list.map((entry) => ({
    kind,
    universalIdentifier: entry.universalIdentifier,
    name: nameOf(entry) ?? entry.universalIdentifier,
  }));
}

/** A workspace lends the names of Twenty's own objects, on which some of the fields are. */
export function partsOf(manifest: Manifest, workspace?: Snapshot): Part[] {
  const objectNames = new Map([
    ...(workspace?.objects ?? []).map((object) => [object.universalIdentifier, object.name] as const),
    ...manifest.objects.map((object) => [object.universalIdentifier, object.nameSingular] as const),
  ]);
  const on = (identifier: string) => objectNames.get(identifier) ?? 'an object of Twenty';
  return [
    ...parts('object', manifest.objects, (object) => object.labelSingular),
    ...manifest.objects.flatMap((object) =>
      parts('field', object.fields, (field) => `${object.nameSingular}.${field.name}`),
    ),
    ...parts('field', manifest.fields, (field) => `${on(field.objectUniversalIdentifier)}.${field.name}`),
    ...parts('index', manifest.indexes, (index) => `of ${on(index.objectUniversalIdentifier)}`),
    ...parts('role', manifest.roles, (role) => role.label),
    ...parts('function', manifest.logicFunctions, (logicFunction) => logicFunction.name),
    ...parts('widget', manifest.frontComponents, (component) => component.name),
    ...parts('page', manifest.pageLayouts, (page) => page.name),
    ...parts('view', manifest.views, (view) => view.name),
    ...parts('sidebar', manifest.navigationMenuItems, (item) => item.name),
    ...parts('command', manifest.commandMenuItems, (command) => command.label),
  ];
}

/** The parts that a workspace shows by identifier; kinds that are missing here it does not show. */
function identifiersIn(workspace: Snapshot): Partial<Record<Kind, Set<string>>> {
  const set = (list: readonly { universalIdentifier: string }[]) =>
    new Set(list.map((one) => one.universalIdentifier));
  return {
    object: set(workspace.objects),
    field: set(workspace.fields),
    role: set(workspace.roles),
    function: set(workspace.logicFunctions),
    widget: set(workspace.frontComponents),
    page: set(workspace.pageLayouts),
  };
}

/** Parts that are not there: by the workspace's own lists, else by what the server says it would create. */
export function missingParts(
  manifest: Manifest,
  workspace: Snapshot,
  actions: readonly ServerAction[],
): Part[] {
  const shown = identifiersIn(workspace);
  const toCreate = new Set(actions.filter(({ type }) => type === 'create').map(identifierOf));
  return partsOf(manifest, workspace).filter(({ kind, universalIdentifier }) => {
    const there = shown[kind];
    return there === undefined ? toCreate.has(universalIdentifier) : !there.has(universalIdentifier);
  });
}
