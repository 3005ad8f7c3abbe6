/** A workspace in which nothing of ours is installed. */
import type { Snapshot } from '#scripts/deploy/workspace-snapshot.ts';
import { PERSON } from './small-manifest.ts';

export const WORKSPACE = '20202020-1c25-4d02-bf25-6aeccf7ea419';

export function emptyWorkspace(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    workspace: { id: WORKSPACE, displayName: 'Riverside Homes' },
    application: undefined,
    registration: undefined,
    objects: [{ universalIdentifier: PERSON, name: 'person', namePlural: 'people', labelSingular: 'Person' }],
    fields: [],
    roles: [{ universalIdentifier: 'admin', name: 'Admin' }],
    logicFunctions: [],
    frontComponents: [],
    pageLayouts: [],
    ...changes,
  };
}
