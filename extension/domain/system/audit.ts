/** What commands leave behind and who may give them: outcomes, rights, approvals. */
import type { Transitions } from '#domain/shared/state-machine.ts';

/** What became of a command, as its audit entry says it. */
export type AuditOutcome = 'STARTED' | 'DONE' | 'REFUSED' | 'PUT_BACK';

/** The rights that a role grants; see the object "Keyturn right" and the glossary. */
export type Right =
  | 'sell'
  | 'controlSales'
  | 'freezeUnits'
  | 'keepAccounts'
  | 'approveMoney'
  | 'handOver'
  | 'serve'
  | 'administer';

export const RIGHTS: readonly Right[] = [
  'sell',
  'controlSales',
  'freezeUnits',
  'keepAccounts',
  'approveMoney',
  'handOver',
  'serve',
  'administer',
];

/** An approval: asked for by one person, decided by another (C4, C5). */
export type ApprovalState = 'PENDING' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN';

export const APPROVAL_TRANSITIONS: Transitions<ApprovalState> = {
  PENDING: ['APPROVED', 'REJECTED', 'WITHDRAWN'],
  APPROVED: [],
  REJECTED: [],
  WITHDRAWN: [],
};
