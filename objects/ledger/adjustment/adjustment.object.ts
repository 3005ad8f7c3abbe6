/** An adjustment (调整): what an installment asks less than it says, since when and why. Posted once, never edited. */
import { defineObject } from 'twenty-sdk/define';
import type { AdjustmentKind } from '#domain/ledger/settlement-states.ts';
import { belongsTo, date, json, money, object, select, text } from '#kit/object.ts';

const KINDS: Record<AdjustmentKind, { label: string; color: string }> = {
  PRINCIPAL_WAIVER: { label: 'Principal waived', color: 'orange' },
  LATE_FEE_WAIVER: { label: 'Late fee waived', color: 'amber' },
  AREA_SETTLEMENT: { label: 'Area settlement', color: 'sky' },
  REPLANNING: { label: 'Re-planned', color: 'blue' },
  CANCELLATION: { label: 'Cancelled', color: 'gray' },
};

export default defineObject(
  object('adjustment', {
    label: 'Adjustment',
    plural: 'Adjustments',
    icon: 'IconScissors',
    description:
      'Less asked than an installment says: waived, settled, re-planned or cancelled. Written by commands only.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      contract: belongsTo('Contract', 'contract.adjustments'),
      installment: belongsTo('Installment', 'installment.adjustments'),
      kind: select('Kind', KINDS, { initially: 'PRINCIPAL_WAIVER' }),
      amount: money('Amount'),
      effectiveOn: date('Effective on'),
      reason: text('Reason'),
      askedBy: text('Asked by'),
      approvedBy: text('Approved by'),
      slotKey: text('Slot', { description: 'Keeps two adjustments from taking off the same amount.' }),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
