/** A commission plan (佣金方案): tiers of a rate, and the share that goes to the pool (D14). */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { CommissionMode } from '#domain/ledger/settlement-states.ts';
import { belongsTo, decimal, flag, hasMany, object, select, text } from '#kit/object.ts';

const MODES: Record<CommissionMode, { label: string; color: string }> = {
  MARGINAL: { label: 'Each slice at its rate', color: 'blue' },
  WHOLE: { label: 'The reached rate on all', color: 'purple' },
};

export default defineObject(
  object('commissionPlan', {
    label: 'Commission plan',
    plural: 'Commission plans',
    icon: 'IconPercentage',
    description: 'How sales are paid: the tiers of a rate and the share that goes to the pool.',
    fields: {
      name: text('Name'),
      project: belongsTo('Project', 'project.commissionPlans', {
        onDelete: OnDeleteAction.SET_NULL,
        description: 'Empty: for every project that has no plan of its own.',
      }),
      mode: select('Mode', MODES, { initially: 'MARGINAL' }),
      poolPercent: decimal('To the pool (%)', 4),
      isActive: flag('In use', { initially: true }),
      tiers: hasMany('Tiers', 'commissionTier.commissionPlan'),
      commissions: hasMany('Commissions', 'commission.commissionPlan'),
    },
  }),
);
