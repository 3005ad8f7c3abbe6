/** What an installment falls due from, as people read it: one table for plan lines and installments. */
import type { PlanAnchor } from '#domain/ledger/ledger-states.ts';
import type { Choice } from './object.ts';

export const PLAN_ANCHORS: Record<PlanAnchor, Choice> = {
  SIGNING: { label: 'Signing', color: 'blue' },
  DATE: { label: 'Fixed date', color: 'gray' },
  MILESTONE: { label: 'Construction milestone', color: 'orange' },
  HANDOVER: { label: 'Handover', color: 'purple' },
  LOAN: { label: 'Loan disbursement', color: 'turquoise' },
};
