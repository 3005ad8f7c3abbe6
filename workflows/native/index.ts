/** The native workflows that Keyturn installs, in the order in which they are told of. */
import type { NativeWorkflow } from '../definition.ts';
import { APPROVAL_WAITING } from './approval-waiting.workflow.ts';
import { CHANGE_UNANSWERED } from './change-unanswered.workflow.ts';
import { COMPLAINT_FEEDBACK } from './complaint-feedback.workflow.ts';
import { CONTRACT_UNSIGNED } from './contract-unsigned.workflow.ts';
import { DEPOSIT_MISSING } from './deposit-missing.workflow.ts';
import { HANDOVER_BOOKED } from './handover-booked.workflow.ts';
import { HANDOVER_UNBOOKED } from './handover-unbooked.workflow.ts';
import { HIGH_VALUE_BUYER } from './high-value-buyer.workflow.ts';
import { INSTALLMENT_DUE } from './installment-due.workflow.ts';
import { MILESTONE_CERTIFIED } from './milestone-certified.workflow.ts';
import { MORTGAGE_STALLED } from './mortgage-stalled.workflow.ts';
import { RESERVATION_EXPIRING } from './reservation-expiring.workflow.ts';
import { SNAG_OVERDUE } from './snag-overdue.workflow.ts';
import { TICKET_BREACHING } from './ticket-breaching.workflow.ts';
import { TITLE_DEADLINE } from './title-deadline.workflow.ts';

export const NATIVE_WORKFLOWS: readonly NativeWorkflow[] = [
  RESERVATION_EXPIRING,
  DEPOSIT_MISSING,
  CONTRACT_UNSIGNED,
  MILESTONE_CERTIFIED,
  INSTALLMENT_DUE,
  MORTGAGE_STALLED,
  APPROVAL_WAITING,
  HANDOVER_UNBOOKED,
  HANDOVER_BOOKED,
  HIGH_VALUE_BUYER,
  TITLE_DEADLINE,
  CHANGE_UNANSWERED,
  TICKET_BREACHING,
  COMPLAINT_FEEDBACK,
  SNAG_OVERDUE,
];
