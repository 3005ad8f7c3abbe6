/** Every finding there is; each is a step of Twenty's workflows. */
import { findBreachingTickets, findComplaintsWithoutFeedback } from './care/find-tickets.ts';
import { findHighValueBuyers } from './deal/find-high-value-buyers.ts';
import {
  findExpiringReservations,
  findMissingDeposits,
  findUnsignedReservations,
} from './deal/find-reservations.ts';
import { findHandover } from './handover/find-handover.ts';
import { findOverdueSnags } from './handover/find-overdue-snags.ts';
import { findTitleDeadlines } from './handover/find-title-deadlines.ts';
import { findUnansweredChanges } from './handover/find-unanswered-changes.ts';
import { findUnbookedHandovers } from './handover/find-unbooked-handovers.ts';
import {
  findInstallmentsDue,
  findInstallmentsOverdue,
  findMilestoneInstallments,
} from './ledger/find-installments.ts';
import { findStalledMortgages } from './ledger/find-stalled-mortgages.ts';
import { findWaitingApprovals } from './system/find-waiting-approvals.ts';
import type { AnyFinding } from './system/finding.ts';

export const ALL_FINDINGS: readonly AnyFinding[] = [
  findExpiringReservations,
  findMissingDeposits,
  findUnsignedReservations,
  findHighValueBuyers,
  findMilestoneInstallments,
  findInstallmentsDue,
  findInstallmentsOverdue,
  findStalledMortgages,
  findHandover,
  findTitleDeadlines,
  findUnansweredChanges,
  findBreachingTickets,
  findComplaintsWithoutFeedback,
  findOverdueSnags,
  findUnbookedHandovers,
  findWaitingApprovals,
];
