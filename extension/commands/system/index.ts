/** The commands of the room `system`. */
import { askApproval, decideApproval } from './approvals.ts';
import type { AnyCommand } from './command.ts';
import { loadSampleData, sampleData } from './load-sample-data.ts';
import type { AnyQuestion } from './question.ts';
import { removeSampleData } from './remove-sample-data.ts';
import { setUpDashboards } from './set-up-dashboards.ts';
import { setupState } from './setup-state.ts';
import { withdrawApproval } from './withdraw-approval.ts';

export const SYSTEM_COMMANDS: readonly AnyCommand[] = [
  askApproval,
  decideApproval,
  withdrawApproval,
  setUpDashboards,
  loadSampleData,
  removeSampleData,
];

export const SYSTEM_QUESTIONS: readonly AnyQuestion[] = [
  sampleData as AnyQuestion,
  setupState as AnyQuestion,
];
