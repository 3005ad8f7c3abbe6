/** The commands of the room `system`. */
import { askApproval, decideApproval } from './approvals.ts';
import type { AnyCommand } from './command.ts';
import type { AnyQuestion } from './question.ts';
import { setUpDashboards } from './set-up-dashboards.ts';
import { setupState } from './setup-state.ts';
import { withdrawApproval } from './withdraw-approval.ts';

export const SYSTEM_COMMANDS: readonly AnyCommand[] = [
  askApproval,
  decideApproval,
  withdrawApproval,
  setUpDashboards,
];

export const SYSTEM_QUESTIONS: readonly AnyQuestion[] = [setupState as AnyQuestion];
