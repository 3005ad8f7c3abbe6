/**
 * How servers call the same things. Twenty 2.21 keeps workflows as records of the workspace; from 2.42 on
 * they live in its core and are reached by ids of their own. (The second dialect is written from Twenty's
 * public sources and has been tried against no server yet; see README.md beside.)
 */
export type Dialect = {
  /** Whether the id of a new workflow may be chosen. */
  choosesId: boolean;
  create: string;
  draftOf: string;
  setTrigger: string;
  addStep: string;
  changeStep: string;
  removeStep: string;
  activate: string;
  /** Names of ids in the inputs of the mutations. */
  workflowKey: string;
  versionKey: string;
  copyKey: string;
};

export const RECORD_DIALECT: Dialect = {
  choosesId: true,
  create: 'mutation ($data: WorkflowCreateInput!) { made: createWorkflow(data: $data) { id } }',
  draftOf:
    'mutation ($input: CreateDraftFromWorkflowVersionInput!) { made: createDraftFromWorkflowVersion(input: $input) { id } }',
  setTrigger:
    'mutation ($id: UUID!, $data: WorkflowVersionUpdateInput!) { updateWorkflowVersion(id: $id, data: $data) { id } }',
  addStep:
    'mutation ($input: CreateWorkflowVersionStepInput!) { createWorkflowVersionStep(input: $input) { stepsDiff } }',
  changeStep:
    'mutation ($input: UpdateWorkflowVersionStepInput!) { updateWorkflowVersionStep(input: $input) { id } }',
  removeStep:
    'mutation ($input: DeleteWorkflowVersionStepInput!) { deleteWorkflowVersionStep(input: $input) { stepsDiff } }',
  activate: 'mutation ($id: UUID!) { activateWorkflowVersion(workflowVersionId: $id) }',
  workflowKey: 'workflowId',
  versionKey: 'workflowVersionId',
  copyKey: 'workflowVersionIdToCopy',
};

export const CORE_DIALECT: Dialect = {
  choosesId: false,
  create: 'mutation ($data: CreateCoreWorkflowInput!) { made: createCoreWorkflow(input: $data) { id } }',
  draftOf:
    'mutation ($input: CreateDraftFromCoreWorkflowVersionInput!) { made: createDraftFromCoreWorkflowVersion(input: $input) { id } }',
  setTrigger:
    'mutation ($input: UpdateCoreWorkflowVersionTriggerInput!) { updateCoreWorkflowVersionTrigger(input: $input) { trigger } }',
  addStep:
    'mutation ($input: CreateCoreWorkflowVersionStepInput!) { createCoreWorkflowVersionStep(input: $input) { stepsDiff } }',
  changeStep:
    'mutation ($input: UpdateCoreWorkflowVersionStepInput!) { updateCoreWorkflowVersionStep(input: $input) { id } }',
  removeStep:
    'mutation ($input: DeleteCoreWorkflowVersionStepInput!) { deleteCoreWorkflowVersionStep(input: $input) { stepsDiff } }',
  activate: 'mutation ($id: UUID!) { activateCoreWorkflowVersion(coreWorkflowVersionId: $id) }',
  workflowKey: 'coreWorkflowId',
  versionKey: 'coreWorkflowVersionId',
  copyKey: 'coreWorkflowVersionIdToCopy',
};
