/** A line of a payment plan: how much, and when it falls due (D2). */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { PlanBasis } from '#domain/ledger/ledger-states.ts';
import { belongsTo, date, decimal, flag, money, object, select, text, whole } from '#kit/object.ts';
import { PLAN_ANCHORS } from '#kit/plan-anchors.ts';

const BASES: Record<PlanBasis, { label: string; color: string }> = {
  PERCENT: { label: 'Percent of price', color: 'blue' },
  FIXED: { label: 'Fixed amount', color: 'purple' },
  BALANCE: { label: 'Balance', color: 'green' },
};

export default defineObject(
  object('paymentPlanLine', {
    label: 'Payment plan line',
    plural: 'Payment plan lines',
    icon: 'IconListDetails',
    description: 'One line of a payment plan: its share and when it falls due.',
    fields: {
      name: text('Label'),
      paymentPlan: belongsTo('Payment plan', 'paymentPlan.lines', { onDelete: OnDeleteAction.CASCADE }),
      step: whole('Step'),
      basis: select('Basis', BASES, { initially: 'PERCENT' }),
      percent: decimal('Percent', 4),
      amount: money('Amount'),
      isDeposit: flag('Deposit', { description: 'A later line may take it off.' }),
      isLessDeposit: flag('Less deposit', { description: 'The deposits before this line come off it.' }),
      anchor: select('Due from', PLAN_ANCHORS, { initially: 'SIGNING' }),
      milestoneCode: text('Milestone code'),
      dueOn: date('Due on', { description: 'For a fixed date.' }),
      monthsAfter: whole('Months after'),
      daysAfter: whole('Days after'),
      repeatTimes: whole('Repeat times', { description: 'The line is split over so many payments.' }),
      repeatEveryMonths: whole('Repeat every (months)'),
    },
  }),
);
