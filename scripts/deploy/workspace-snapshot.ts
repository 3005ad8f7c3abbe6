/**
 * What a workspace has right now, ours and others', read by universal identifier. Views, indexes,
 * sidebar entries and commands are not here: 2.21 does not show their identifiers.
 */
import { ServerRefused, type TwentyServer } from './server.ts';

export type Named = { universalIdentifier: string; name: string; applicationId?: string | null };

export type SnapshotObject = Named & { namePlural: string; labelSingular: string };
export type SnapshotField = Named & { objectUniversalIdentifier: string };

export type Snapshot = {
  workspace: { id: string; displayName: string };
  application: InstalledApplication | undefined;
  registration: Registration | undefined;
  objects: SnapshotObject[];
  fields: SnapshotField[];
  roles: Named[];
  logicFunctions: Named[];
  frontComponents: Named[];
  pageLayouts: Named[];
};

export type InstalledApplication = {
  id: string;
  version: string | null;
  packageJsonChecksum: string | null;
};

/** What was last published under our identifier on this server, by whatever workspace. */
export type Registration = {
  ownerWorkspaceId: string | null;
  sourceType: string;
  latestAvailableVersion: string | null;
  updatedAt: string;
};

const PARTS = `query KeyturnDeploySnapshot {
  currentWorkspace { id displayName }
  findManyApplications { id universalIdentifier version packageJsonChecksum }
  objects(paging: { first: 1000 }) {
    edges { node { universalIdentifier nameSingular namePlural labelSingular applicationId } }
  }
  getRoles { universalIdentifier label }
  findManyLogicFunctions { universalIdentifier name applicationId }
  frontComponents { universalIdentifier name applicationId }
  getPageLayouts { universalIdentifier name }
}`;

/** The list inside an object leaves out all but one branch of a morph relation; this one does not. */
const FIELDS = `query KeyturnDeployFields($paging: CursorPaging!) {
  fields(paging: $paging) {
    edges { node { universalIdentifier name applicationId object { universalIdentifier } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const REGISTRATION = `query KeyturnDeployRegistration($universalIdentifier: String!) {
  findApplicationRegistrationByUniversalIdentifier(universalIdentifier: $universalIdentifier) {
    ownerWorkspaceId sourceType latestAvailableVersion updatedAt
  }
}`;

type Node<T> = { edges: { node: T }[] };
type PartsAnswer = {
  currentWorkspace: { id: string; displayName: string | null };
  findManyApplications: (InstalledApplication & { universalIdentifier: string })[];
  objects: Node<Omit<SnapshotObject, 'name'> & { nameSingular: string }>;
  getRoles: Labelled[];
  findManyLogicFunctions: Named[];
  frontComponents: Named[];
  getPageLayouts: Named[];
};
type Labelled = { universalIdentifier: string; label: string; applicationId?: string | null };

const byLabel = ({ label, ...rest }: Labelled): Named => ({ ...rest, name: label });

export async function readSnapshot(server: TwentyServer, universalIdentifier: string): Promise<Snapshot> {
  const [parts, fields, registration] = await Promise.all([
    server.read<PartsAnswer>(PARTS),
    readFields(server),
    readRegistration(server, universalIdentifier),
  ]);
  const { id, displayName } = parts.currentWorkspace;
  return {
    workspace: { id, displayName: displayName ?? id },
    application: parts.findManyApplications.find((one) => one.universalIdentifier === universalIdentifier),
    registration,
    objects: parts.objects.edges.map(({ node: { nameSingular, ...rest } }) => ({
      ...rest,
      name: nameSingular,
    })),
    fields,
    roles: parts.getRoles.map(byLabel),
    logicFunctions: parts.findManyLogicFunctions,
    frontComponents: parts.frontComponents,
    pageLayouts: parts.getPageLayouts,
  };
}

type FieldsAnswer = {
  fields: Node<Named & { object: { universalIdentifier: string } | null }> & {
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

async function readFields(server: TwentyServer): Promise<SnapshotField[]> {
  const all: SnapshotField[] = [];
  let after: string | null = null;
  do {
    const paging: Record<string, unknown> = after === null ? { first: 1000 } : { first: 1000, after };
    const { fields }: FieldsAnswer = await server.read<FieldsAnswer>(FIELDS, { paging });
    for (const { node } of fields.edges) {
      const { object, ...rest } = node;
      all.push({ ...rest, objectUniversalIdentifier: object?.universalIdentifier ?? '' });
    }
    after = fields.pageInfo.hasNextPage ? fields.pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}

async function readRegistration(
  server: TwentyServer,
  universalIdentifier: string,
): Promise<Registration | undefined> {
  try {
    const answer = await server.read<{
      findApplicationRegistrationByUniversalIdentifier: Registration | null;
    }>(REGISTRATION, { universalIdentifier });
    return answer.findApplicationRegistrationByUniversalIdentifier ?? undefined;
  } catch (error) {
    // Newer servers may hide the registrations of others: then the upload itself will tell.
    if (error instanceof ServerRefused) return undefined;
    throw error;
  }
}
