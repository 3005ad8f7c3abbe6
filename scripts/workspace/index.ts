/**
 * A stand-in for a Twenty workspace, so that the extension can be tried and tested where there is no
 * server. It keeps real tables and runs the built bundles; it is not a CRM. What it promises is written
 * down in tests/contract, which also runs against a real server.
 */

export type { Faults } from '#scripts/workspace/faults.ts';
export { openWorkspace } from '#scripts/workspace/open.ts';
export type {
  FunctionError,
  Workspace,
  WorkspaceMember,
  WorkspaceOptions,
} from '#scripts/workspace/workspace-types.ts';
