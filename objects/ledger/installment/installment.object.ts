/** An installment (应收款). Its state is computed from amount, paid, due date and today (C4). */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { InstallmentClosure } from '#domain/ledger/ledger-states.ts';
import { CHARGE_TYPES } from '#kit/ledger-choices.ts';
import { belongsTo, date, hasMany, json, money, object, select, text, whole } from '#kit/object.ts';
import { PLAN_ANCHORS } from '#kit/plan-anchors.ts';
import { INSTALLMENT_STAGES } from '#workflows/pipeline/installment.ts';

const CLOSURES: Record<InstallmentClosure, { label: string; color: string }> = {
  WAIVED: { label: 'Waived', color: 'brown' },
  CANCELLED: { label: 'Cancelled', color: 'gray' },
};

export default defineObject(
  object('installment', {
    label: 'Installment',
    plural: 'Installments',
    icon: 'IconCalendarDollar',
    description: 'A payment that a contract asks for. Written by commands only.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      contract: belongsTo('Contract', 'contract.installments', { onDelete: OnDeleteAction.CASCADE }),
      seq: whole('No.'),
      dueOn: date('Due on', { description: 'Empty until the milestone that it waits for is certified.' }),
      amount: money('Amount'),
      chargeType: select('Charge', CHARGE_TYPES, { initially: 'HOUSE_PRICE' }),
      paid: money('Paid'),
      credited: money('Taken off', {
        description: 'Waived, settled, re-planned or cancelled; see the adjustments.',
      }),
      lateFee: money('Late fee'),
      lateFeePaid: money('Late fee paid'),
      lateFeeWaived: money('Late fee waived'),
      lateFeeUpTo: date('Late fee up to'),
      closedAs: select('Closed as', CLOSURES),
      state: select('State', INSTALLMENT_STAGES, { initially: 'SCHEDULED' }),
      anchor: select('Due from', PLAN_ANCHORS),
      milestone: belongsTo('Construction milestone', 'milestone.installments'),
      monthsAfter: whole('Months after'),
      daysAfter: whole('Days after'),
      settledOn: date('Settled on'),
      remark: text('Remark'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
      allocations: hasMany('Allocations', 'allocation.installment'),
      adjustments: hasMany('Adjustments', 'adjustment.installment'),
      lateFeeEntries: hasMany('Late fee entries', 'lateFeeEntry.installment'),
    },
  }),
);
