/** After an install: is everything of the manifest there? */
import type { Manifest } from './manifest.ts';
import { KIND_NAMES, KINDS, type Kind, missingParts, type Part, partsOf } from './parts.ts';
import type { TwentyServer } from './server.ts';
import { planOnServer, type ServerAction } from './server-plan.ts';
import { readSnapshot, type Snapshot } from './workspace-snapshot.ts';

export type Verification = {
  counts: { kind: Kind; expected: number; there: number }[];
  missing: Part[];
  /** Details of views, pages and permissions that the server would still have to make. */
  missingDetails: number;
  checksum: string | null;
};

export function compare(
  manifest: Manifest,
  workspace: Snapshot,
  actions: readonly ServerAction[],
): Verification {
  const parts = partsOf(manifest);
  const missing = missingParts(manifest, workspace, actions);
  const metadataNames = new Set<string>(KIND_NAMES.map((kind) => KINDS[kind].metadata));
  return {
    counts: KIND_NAMES.map((kind) => {
      const expected = parts.filter((part) => part.kind === kind).length;
      return { kind, expected, there: expected - missing.filter((part) => part.kind === kind).length };
    }).filter(({ expected }) => expected > 0),
    missing,
    missingDetails: actions.filter(
      ({ type, metadataName }) => type === 'create' && !metadataNames.has(metadataName),
    ).length,
    checksum: workspace.application?.packageJsonChecksum ?? null,
  };
}

export function isComplete(verification: Verification): boolean {
  return verification.missing.length === 0 && verification.missingDetails === 0;
}

const LOOKS = 15;
const PAUSE_SECONDS = 2;

/** Looks again for half a minute: a server with several processes shows a change a moment later. */
export async function verify(
  server: TwentyServer,
  manifest: Manifest,
  checksum: string,
): Promise<Verification> {
  for (let look = 1; ; look++) {
    const workspace = await readSnapshot(server, manifest.application.universalIdentifier);
    const verification = compare(manifest, workspace, await planOnServer(server, manifest));
    const isDone = isComplete(verification) && verification.checksum === checksum;
    if (isDone || look === LOOKS) return verification;
    await server.wait(PAUSE_SECONDS);
  }
}

export function verificationLines(verification: Verification): string[] {
  const width = Math.max(...verification.counts.map(({ kind }) => KINDS[kind].many.length));
  return [
    ...verification.counts.map(
      ({ kind, expected, there }) =>
        `  ${there === expected ? 'ok     ' : 'MISSING'} ${KINDS[kind].many.padEnd(width)} ${String(there).padStart(4)} of ${expected}`,
    ),
    ...verification.missing.map(
      ({ kind, name, universalIdentifier }) =>
        `  missing: ${KINDS[kind].one} ${name} (${universalIdentifier})`,
    ),
    ...(verification.missingDetails > 0
      ? [`  missing: ${verification.missingDetails} details of views, pages or permissions`]
      : []),
  ];
}
