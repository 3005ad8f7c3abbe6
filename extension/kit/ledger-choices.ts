/** Choices of the ledger that several objects offer: late-fee terms, order of allocation, funds. */
import type { DueDayRule } from '#domain/ledger/business-days.ts';
import type { BandMode, GraceFrom } from '#domain/ledger/late-fee.ts';
import type { AllocationKind, AllocationOrder, ChargeType, Fund } from '#domain/ledger/ledger-states.ts';
import { type Choice, decimal, select, whole } from './object.ts';

const GRACE_FROM: Record<GraceFrom, Choice> = {
  DUE: { label: 'The due date', color: 'blue' },
  GRACE_END: { label: 'The end of the grace', color: 'sky' },
};

const BAND_MODES: Record<BandMode, Choice> = {
  WHOLE_PERIOD: { label: 'For all days', color: 'purple' },
  MARGINAL: { label: 'For the further days', color: 'blue' },
};

const ORDERS: Record<AllocationOrder, Choice> = {
  PRINCIPAL_FIRST: { label: 'Principal first', color: 'blue' },
  FEE_THEN_PRINCIPAL_PER_INSTALLMENT: { label: 'Fee then principal per installment', color: 'purple' },
  ALL_FEES_THEN_PRINCIPAL: { label: 'All fees first', color: 'orange' },
};

export const CHARGE_TYPES: Record<ChargeType, Choice> = {
  HOUSE_PRICE: { label: 'House price', color: 'blue' },
  AREA_DIFFERENCE: { label: 'Area difference', color: 'sky' },
  OTHER_FEE: { label: 'Other fee', color: 'purple' },
  RETENTION: { label: 'Retained', color: 'brown' },
  MAINTENANCE_FUND: { label: 'Maintenance fund', color: 'jade' },
  TAX: { label: 'Tax collected', color: 'orange' },
};

export const DUE_DAY_RULES: Record<DueDayRule, Choice> = {
  AS_IS: { label: 'Stay as they are', color: 'gray' },
  NEXT_BUSINESS_DAY: { label: 'Move to the next business day', color: 'blue' },
};

export const FUNDS: Record<Fund, Choice> = {
  PRICE: { label: 'The house', color: 'blue' },
  MAINTENANCE_FUND: { label: 'Maintenance fund', color: 'jade' },
  TAX: { label: 'Taxes', color: 'orange' },
};

export const ALLOCATION_KINDS: Record<AllocationKind, Choice> = {
  PRINCIPAL: { label: 'Principal', color: 'blue' },
  FEE: { label: 'Late fee', color: 'red' },
};

/** The terms of D3 and D4: set on a project, kept by each contract as they were when it was signed. */
export const ledgerTerms = {
  allocationOrder: select('Money pays', ORDERS, { initially: 'PRINCIPAL_FIRST' }),
  lateFeeRate: decimal('Late fee a day (per ten thousand)', 4, {
    description: 'Of the overdue amount. Empty or zero: no late fee.',
  }),
  lateFeeGraceDays: whole('Grace (days)', {
    description: 'What is paid within the grace bears no late fee.',
  }),
  lateFeeGraceFrom: select('After the grace, days count from', GRACE_FROM, { initially: 'DUE' }),
  lateFeeBandDays: whole('Second rate after (days late)'),
  lateFeeBandRate: decimal('Second rate (per ten thousand)', 4),
  lateFeeBandMode: select('The second rate holds', BAND_MODES, { initially: 'WHOLE_PERIOD' }),
  lateFeeCapPercent: decimal('Late fee at most (% of the installment)', 4),
};
