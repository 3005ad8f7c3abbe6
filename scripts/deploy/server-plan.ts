/**
 * Asks the server itself what installing a manifest would change. It is Twenty's own comparison by
 * universal identifier, run without being applied: the one source for kinds such as views, indexes
 * and sidebar entries, whose identifiers the API does not show on every version.
 */
import type { Manifest } from './manifest.ts';
import { Refusal } from './refusal.ts';
import { ServerRefused, type TwentyServer } from './server.ts';

export type ServerAction = {
  type: 'create' | 'update' | 'delete';
  metadataName: string;
  universalIdentifier?: string;
  flatEntity?: Record<string, unknown>;
  diff?: Record<string, { before?: unknown; after?: unknown }>;
};

const PLAN = `mutation KeyturnDeployPlan($manifest: JSON!) {
  syncApplication(manifest: $manifest, dryRun: true) { actions }
}`;

/** @throws Refusal with what the server dislikes about the manifest. */
export async function planOnServer(server: TwentyServer, manifest: Manifest): Promise<ServerAction[]> {
  try {
    const answer = await server.read<{ syncApplication: { actions: ServerAction[] } }>(PLAN, { manifest });
    return answer.syncApplication.actions.filter((action) => !isNoise(action));
  } catch (error) {
    if (error instanceof ServerRefused && !error.isMissingRight && !error.isWrongKey) {
      throw new Refusal(
        `Twenty does not accept this build (${validationText(error)}): correct the definition and deploy again.`,
      );
    }
    throw error;
  }
}

/** What the server derives by itself, and values that it only spells differently (null for nothing). */
function isNoise(action: ServerAction): boolean {
  if (action.metadataName === 'searchFieldMetadata' || action.flatEntity?.isSystemSideEffect === true)
    return true;
  if (action.type !== 'update' || action.diff === undefined) return false;
  return Object.values(action.diff).every(({ before, after }) => (before ?? null) === (after ?? null));
}

export function identifierOf(action: ServerAction): string {
  return action.universalIdentifier ?? String(action.flatEntity?.universalIdentifier ?? '');
}

type Validation = {
  errors?: { message: string }[];
  flatEntityMinimalInformation?: Record<string, unknown>;
};

/** One fault drags others with it (a view of a refused field), so objects and fields are told first. */
const FIRST_TOLD = ['objectMetadata', 'fieldMetadata'];
const MOST_TOLD = 3;

export function validationText(error: ServerRefused): string {
  const byKind = (error.details.errors ?? {}) as Record<string, Validation[]>;
  const kinds = Object.keys(byKind).sort((a, b) => FIRST_TOLD.indexOf(b) - FIRST_TOLD.indexOf(a));
  const told = kinds.flatMap((kind) =>
    (Array.isArray(byKind[kind]) ? byKind[kind] : []).map((one) => faultText(kind, one)),
  );
  if (told.length === 0) return error.message;
  const rest = told.length - MOST_TOLD;
  return told.slice(0, MOST_TOLD).join('; ') + (rest > 0 ? `; and ${rest} more` : '');
}

function faultText(kind: string, fault: Validation): string {
  const entity = fault.flatEntityMinimalInformation ?? {};
  const name = entity.name ?? entity.nameSingular ?? entity.label ?? entity.universalIdentifier ?? '';
  return `${kind} "${String(name)}": ${(fault.errors ?? []).map(({ message }) => message.replace(/\.$/, '')).join(', ')}`;
}
