/**
 * What to do about one workflow: pure, of what is wanted, what is there, and what we wrote down. Whatever an
 * admin has made of it counts more than what we want; whatever only we have touched is ours to replace.
 */
import type { FoundWorkflow, WorkflowVersion } from '#port/workflow-engine.ts';
import { actionIdsOf, fingerprintOf } from './fingerprint.ts';

/** Our record of an earlier installation. */
export type Remembered = {
  workflowId: string;
  versionId: string;
  definitionHash: string;
  /** One fingerprint, or two with a space between while an update is under way. */
  installedHash: string;
  /** Once it was there whole. */
  isInstalled: boolean;
  /** The last installation did not come to its end. */
  isUnfinished: boolean;
};

/** `fingerprint` is the content's; `definition` counts the actions' universal identifiers, too. */
export type Wanted = { fingerprint: string; definition: string };

export type Situation = {
  /** What we would install, one a language. */
  wanted: readonly Wanted[];
  /** The actions of its steps, in order, as ids of this workspace; null for one that is not installed. */
  actionIds: readonly (string | null)[];
  /** Every action that is installed, ours or not. */
  knownActions: ReadonlySet<string>;
  remembered: Remembered | null;
  /** The remembered workflow, if it is still there. */
  workflow: FoundWorkflow | null;
  /** Other workflows of the same name. */
  namesakes: readonly FoundWorkflow[];
  /** Make it again although an admin has removed it. */
  isAskedAgain: boolean;
};

export type LeftWhy = 'EDITED' | 'DRAFT' | 'SWITCHED_OFF' | 'NAMESAKE';

export type Plan =
  | { do: 'CREATE'; why: 'NEW' | 'ASKED_AGAIN' }
  /** `from` is the version to start from; null where only a draft of ours is there. */
  | { do: 'FINISH'; workflow: FoundWorkflow; from: WorkflowVersion | null }
  | {
      do: 'UPDATE';
      workflow: FoundWorkflow;
      from: WorkflowVersion;
      why: 'DEFINITION' | 'ACTIONS' | 'ADOPTED';
    }
  /** It is there as we want it; only our record may not say so yet. */
  | { do: 'NOTHING'; workflow: FoundWorkflow; version: WorkflowVersion; isUnfinished: boolean }
  | { do: 'LEAVE'; why: LeftWhy; hasStaleActions: boolean }
  | { do: 'REMOVED' }
  | { do: 'FAIL'; why: 'ACTION_MISSING' };

export function planFor(situation: Situation): Plan {
  const { remembered, workflow, namesakes, isAskedAgain } = situation;
  if (situation.actionIds.includes(null)) return { do: 'FAIL', why: 'ACTION_MISSING' };
  if (workflow !== null && remembered !== null) return planForOurs(situation, remembered, workflow);
  if (remembered?.isInstalled && !isAskedAgain) return { do: 'REMOVED' };
  const [namesake] = namesakes;
  if (namesake !== undefined) return planForNamesake(situation, namesake);
  return { do: 'CREATE', why: remembered?.isInstalled ? 'ASKED_AGAIN' : 'NEW' };
}

function planForOurs(situation: Situation, remembered: Remembered, workflow: FoundWorkflow): Plan {
  const known = remembered.installedHash.split(' ');
  const isKnown = (version: WorkflowVersion) => known.includes(fingerprintOf(version) ?? '');
  const active = versionIn(workflow, 'ACTIVE');
  const draft = versionIn(workflow, 'DRAFT');
  // A draft that we began and never finished, or one that is a mere copy, holds nothing of anybody's.
  const isOurs = (version: WorkflowVersion) =>
    isKnown(version) || fingerprintOf(version) === null || (remembered.isUnfinished && isOurDraft(version));
  const isOurDraft = ({ id }: WorkflowVersion) => id === remembered.versionId || !remembered.isInstalled;
  if (active === undefined) {
    if (draft !== undefined && !isOurs(draft)) return leave('DRAFT', situation, draft);
    const last = versionIn(workflow, 'DEACTIVATED');
    if (!remembered.isUnfinished) return leave('SWITCHED_OFF', situation, last ?? null);
    return { do: 'FINISH', workflow, from: last ?? null };
  }
  if (!isKnown(active)) return leave('EDITED', situation, active);
  if (draft !== undefined && !isOurs(draft)) return leave('DRAFT', situation, active);
  // While an update is under way its record does not say yet which of two fingerprints holds.
  const isWanted = remembered.isUnfinished
    ? hasWantedContent(situation, active)
    : situation.wanted.some(({ definition }) => definition === remembered.definitionHash);
  if (!isWanted) return { do: 'UPDATE', workflow, from: active, why: 'DEFINITION' };
  const others = actionIdsOf(active).filter((id, index) => id !== situation.actionIds[index]);
  if (others.some((id) => situation.knownActions.has(id))) return leave('EDITED', situation, active);
  if (others.length > 0) return { do: 'UPDATE', workflow, from: active, why: 'ACTIONS' };
  return { do: 'NOTHING', workflow, version: active, isUnfinished: remembered.isUnfinished };
}

function hasWantedContent({ wanted }: Situation, version: WorkflowVersion): boolean {
  const own = fingerprintOf(version);
  return wanted.some(({ fingerprint }) => fingerprint === own);
}

/**
 * Uninstalling Keyturn takes our records along and leaves the workflows: one that is just what we would
 * install is ours, any other of the same name is somebody's.
 */
function planForNamesake(situation: Situation, namesake: FoundWorkflow): Plan {
  const active = versionIn(namesake, 'ACTIVE');
  const draft = versionIn(namesake, 'DRAFT');
  const isWanted = (version: WorkflowVersion) => hasWantedContent(situation, version);
  if (active !== undefined && isWanted(active) && (draft === undefined || isWanted(draft))) {
    return { do: 'UPDATE', workflow: namesake, from: active, why: 'ADOPTED' };
  }
  // Made by an installation that died at once: nothing is in it.
  if (active === undefined && namesake.versions.every((version) => fingerprintOf(version) === null)) {
    return { do: 'FINISH', workflow: namesake, from: null };
  }
  return leave('NAMESAKE', situation, active ?? null);
}

function leave(why: LeftWhy, situation: Situation, version: WorkflowVersion | null): Plan {
  const named = version === null ? [] : actionIdsOf(version);
  const isStale = named.some((id) => !situation.knownActions.has(id));
  return { do: 'LEAVE', why, hasStaleActions: why !== 'NAMESAKE' && isStale };
}

function versionIn({ versions }: FoundWorkflow, status: WorkflowVersion['status']) {
  return versions.find((version) => version.status === status);
}
