/**
 * Twenty's own workflows, as far as an installer needs them. Every change may be cut off before or after it
 * is made; nothing here repeats itself or puts anything back.
 */
export type VersionStatus = 'DRAFT' | 'ACTIVE' | 'DEACTIVATED' | 'ARCHIVED';

/** As the server keeps it: JSON with its own ids, positions and schemas. */
export type WorkflowJson = Record<string, unknown>;

export type WorkflowVersion = {
  id: string;
  status: VersionStatus;
  trigger: WorkflowJson | null;
  steps: readonly WorkflowJson[];
};

export type FoundWorkflow = { id: string; name: string; versions: readonly WorkflowVersion[] };

export type NewStep = {
  id: string;
  /** Another step's id, or "trigger". */
  parentId: string;
  type: 'LOGIC_FUNCTION' | 'DELAY';
  name: string;
  input: WorkflowJson;
  position: { x: number; y: number };
};

export type Content = { trigger: WorkflowJson; steps: readonly NewStep[] };

/** Twenty lets only people with a certain permission change workflows. */
export class WorkflowsForbidden extends Error {}

export interface WorkflowEngine {
  /** Ids in this workspace of the actions that are installed, by their universal identifiers. */
  actionIds(): Promise<ReadonlyMap<string, string>>;

  /** null when it is deleted or never was. */
  workflow(id: string): Promise<FoundWorkflow | null>;

  /** Those with exactly this name. */
  named(name: string): Promise<FoundWorkflow[]>;

  /**
   * A workflow with an empty draft. `id` is a wish: a server that chooses ids itself answers with another.
   * Resolves to null when the id is taken, be it by a deleted one.
   */
  create(id: string, name: string): Promise<string | null>;

  /** A draft with the content of a version; one that is there already is overwritten. Resolves to its id. */
  draftOf(workflowId: string, versionId: string): Promise<string>;

  /** Gives a draft this content, whatever it had before. Safe to repeat. */
  build(version: WorkflowVersion, content: Content): Promise<void>;

  activate(versionId: string): Promise<void>;
}
