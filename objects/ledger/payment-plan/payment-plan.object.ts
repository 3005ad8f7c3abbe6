/** A payment plan template (付款方案); its lines make the installments of a contract (D2). */
import { defineObject } from 'twenty-sdk/define';
import { DUE_DAY_RULES } from '#kit/ledger-choices.ts';
import { flag, hasMany, object, select, text } from '#kit/object.ts';

const REMAINDERS: Record<'LAST' | 'FIRST', { label: string; color: string }> = {
  LAST: { label: 'Last line', color: 'blue' },
  FIRST: { label: 'First line', color: 'purple' },
};

export default defineObject(
  object('paymentPlan', {
    label: 'Payment plan',
    plural: 'Payment plans',
    icon: 'IconListNumbers',
    description: 'A template of payments; its lines make the installments of a contract.',
    fields: {
      name: text('Name'),
      description: text('Description'),
      remainder: select('Rounding remainder goes to', REMAINDERS, { initially: 'LAST' }),
      dueDayRule: select('Due dates on days off', DUE_DAY_RULES, { initially: 'AS_IS' }),
      isActive: flag('Offered', { initially: true }),
      lines: hasMany('Lines', 'paymentPlanLine.paymentPlan'),
      contracts: hasMany('Contracts', 'contract.paymentPlan'),
      quotes: hasMany('Quotes', 'quote.paymentPlan'),
    },
  }),
);
