/** Names that Keyturn needs and that somebody else in the workspace already uses. Pure. */
import type { Manifest } from './manifest.ts';
import type { Snapshot, SnapshotField } from './workspace-snapshot.ts';

export type Taken = { what: 'object' | 'field' | 'role'; name: string; where: string };

export function findTakenNames(manifest: Manifest, workspace: Snapshot): Taken[] {
  return [
    ...takenObjects(manifest, workspace),
    ...takenFields(manifest, workspace),
    ...takenRoles(manifest, workspace),
  ];
}

/** One sentence for all of them, with the place where each can be put right. */
export function takenSentence(taken: readonly Taken[]): string {
  const list = taken.map(({ what, name, where }) => `the ${what} "${name}"${where}`).join(', ');
  const places = new Set(
    taken.map(({ what }) => (what === 'role' ? 'Settings > Roles' : 'Settings > Data model')),
  );
  return `The workspace already has ${list}, not made by Keyturn: rename or delete ${taken.length === 1 ? 'it' : 'them'} under ${[...places].join(' and ')}, then deploy again.`;
}

function isOurs(workspace: Snapshot, applicationId: string | null | undefined): boolean {
  return workspace.application !== undefined && applicationId === workspace.application.id;
}

function takenObjects(manifest: Manifest, workspace: Snapshot): Taken[] {
  const wanted = new Map(manifest.objects.map((object) => [object.universalIdentifier, object]));
  const names = new Set(manifest.objects.flatMap((object) => [object.nameSingular, object.namePlural]));
  return workspace.objects
    .filter((object) => !wanted.has(object.universalIdentifier) && !isOurs(workspace, object.applicationId))
    .filter((object) => names.has(object.name) || names.has(object.namePlural))
    .map((object) => ({ what: 'object', name: object.labelSingular, where: ` (${object.name})` }));
}

function takenFields(manifest: Manifest, workspace: Snapshot): Taken[] {
  const wanted = [
    ...manifest.objects.flatMap((object) =>
      object.fields.map((field) => ({ ...field, objectUniversalIdentifier: object.universalIdentifier })),
    ),
    // The branch of a morph relation carries its object's name, and that object is told already.
    ...manifest.fields.filter((field) => field.type !== 'MORPH_RELATION'),
  ];
  const identifiers = new Set(wanted.map((field) => field.universalIdentifier));
  const places = new Set(wanted.map((field) => `${field.objectUniversalIdentifier} ${field.name}`));
  const isTaken = (field: SnapshotField) =>
    places.has(`${field.objectUniversalIdentifier} ${field.name}`) &&
    !identifiers.has(field.universalIdentifier) &&
    !isOurs(workspace, field.applicationId);
  return workspace.fields.filter(isTaken).map((field) => ({
    what: 'field',
    name: field.name,
    where: ` of ${nameOf(workspace, field.objectUniversalIdentifier)}`,
  }));
}

function nameOf(workspace: Snapshot, objectIdentifier: string): string {
  return (
    workspace.objects.find((object) => object.universalIdentifier === objectIdentifier)?.name ?? 'an object'
  );
}

/** Twenty allows a role's label once in a workspace. */
function takenRoles(manifest: Manifest, workspace: Snapshot): Taken[] {
  const identifiers = new Set(manifest.roles.map((role) => role.universalIdentifier));
  const labels = new Set(manifest.roles.map((role) => role.label));
  return workspace.roles
    .filter((role) => labels.has(role.name) && !identifiers.has(role.universalIdentifier))
    .map((role) => ({ what: 'role', name: role.name, where: '' }));
}
