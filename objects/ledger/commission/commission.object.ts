/** A commission (佣金): what a person earned with a contract, paid or clawed back (D14). */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import { belongsTo, date, decimal, json, money, object, select, text } from '#kit/object.ts';
import { COMMISSION_STAGES } from '#workflows/pipeline/commission.ts';

export default defineObject(
  object('commission', {
    label: 'Commission',
    plural: 'Commissions',
    icon: 'IconMoneybag',
    description: 'What somebody earned with a contract, paid or clawed back. Written by commands only.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      contract: belongsTo('Contract', 'contract.commissions'),
      commissionPlan: belongsTo('Commission plan', 'commissionPlan.commissions', {
        onDelete: OnDeleteAction.SET_NULL,
      }),
      earner: belongsTo('Earner', 'workspaceMember.keyturnCommissions', {
        onDelete: OnDeleteAction.SET_NULL,
      }),
      earnerName: text('Earner’s name', { description: 'The pool has no member of the workspace.' }),
      base: money('Base'),
      sharePercent: decimal('Share (%)', 4),
      amount: money('Amount'),
      state: select('State', COMMISSION_STAGES, { initially: 'EARNED' }),
      earnedOn: date('Earned on'),
      paidOn: date('Paid on'),
      clawedBackOn: date('Clawed back on'),
      clawedBack: money('Clawed back'),
      reason: text('Reason'),
      commissionKey: text('Key', { description: 'Keeps a share from being earned twice.' }),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
