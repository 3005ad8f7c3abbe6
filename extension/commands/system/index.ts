/** The commands of the room `system`. */
import { askApproval, decideApproval } from './approvals.ts';
import type { AnyCommand } from './command.ts';
import { withdrawApproval } from './withdraw-approval.ts';

export const SYSTEM_COMMANDS: readonly AnyCommand[] = [askApproval, decideApproval, withdrawApproval];
