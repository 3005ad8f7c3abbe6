/**
 * The index of what installs, one line an entity: kind, key or name, label, and for fields the type and
 * the target of a relation. Made from the SDK's own manifest, so it shows what a server is given.
 */
import { identifierKeys } from './identifier-keys.ts';

type Entity = Record<string, unknown> & { universalIdentifier: string };
type SdkManifest = Record<string, unknown>;

export type ManifestIndex = {
  application: { name: string; universalIdentifier: string; requiredServerVersionRange: string };
  /** Lines of an entity kind, sorted. */
  entities: Record<string, string[]>;
};

const KINDS = [
  'objects',
  'fields',
  'indexes',
  'roles',
  'logicFunctions',
  'frontComponents',
  'views',
  'navigationMenuItems',
  'pageLayouts',
  'commandMenuItems',
] as const;

function list(value: unknown): Entity[] {
  return Array.isArray(value) ? (value as Entity[]) : [];
}

/** What people see of an entity, whatever its kind calls it. */
function labelOf(entity: Entity): string {
  return String(entity.labelSingular ?? entity.label ?? entity.name ?? entity.title ?? '');
}

export function manifestIndex(manifest: SdkManifest): ManifestIndex {
  const keys = identifierKeys();
  const keyOf = (id: unknown) => keys.get(String(id)) ?? String(id);
  const application = manifest.application as Entity;
  const entities: Record<string, string[]> = {};
  for (const kind of KINDS) {
    entities[kind] = list(manifest[kind])
      .map((entity) => line(kind, entity, keyOf))
      .sort();
  }
  entities.fields = [
    ...(entities.fields ?? []),
    ...list(manifest.objects).flatMap((object) =>
      list(object.fields).map((field) => line('fields', field, keyOf)),
    ),
  ].sort();
  return {
    application: {
      name: String(application.displayName),
      universalIdentifier: application.universalIdentifier,
      requiredServerVersionRange: String(application.requiredServerVersionRange ?? ''),
    },
    entities,
  };
}

type KeyOf = (id: unknown) => string;

function line(kind: string, entity: Entity, keyOf: KeyOf): string {
  const parts = [keyOf(entity.universalIdentifier), labelOf(entity), ...details(kind, entity, keyOf)];
  return parts.filter((part) => part !== '').join(' | ');
}

function details(kind: string, entity: Entity, keyOf: KeyOf): string[] {
  if (kind === 'objects') return [String(entity.nameSingular), String(entity.namePlural)];
  if (kind === 'fields') return fieldDetails(entity, keyOf);
  if (kind === 'indexes') return [entity.isUnique === true ? 'unique' : 'index'];
  if (kind === 'logicFunctions') return triggers(entity);
  if (kind === 'views') return [String(entity.type), `${list(entity.fields).length} fields`];
  if (kind === 'pageLayouts') return [String(entity.type), list(entity.tabs).map(labelOf).join(', ')];
  if (kind === 'roles') {
    return [
      `${list(entity.objectPermissions).length} objects`,
      `${list(entity.fieldPermissions).length} fields`,
    ];
  }
  return [String(entity.type ?? entity.availabilityType ?? '')];
}

function fieldDetails(field: Entity, keyOf: KeyOf): string[] {
  const settings = field.universalSettings as { relationType?: string } | undefined;
  const target = field.relationTargetObjectMetadataUniversalIdentifier;
  const options = list(field.options).map(({ value }) => String(value));
  return [
    String(field.type),
    target === undefined ? '' : `${settings?.relationType ?? ''} ${keyOf(target)}`,
    options.join(' '),
  ];
}

function triggers(entity: Entity): string[] {
  const route = entity.httpRouteTriggerSettings as { httpMethod: string; path: string } | undefined;
  const event = entity.databaseEventTriggerSettings as { eventName: string } | undefined;
  const cron = entity.cronTriggerSettings as { pattern: string } | undefined;
  const action = entity.workflowActionTriggerSettings as { label: string } | undefined;
  return [
    route === undefined ? '' : `${route.httpMethod} ${route.path}`,
    event === undefined ? '' : `on ${event.eventName}`,
    cron === undefined ? '' : `cron ${cron.pattern}`,
    action === undefined ? '' : `workflow step "${action.label}"`,
  ];
}
