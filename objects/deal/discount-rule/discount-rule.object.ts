/** A discount rule (折扣): what may be taken off a list price, in which order and by whom (D1). */
import { defineObject } from 'twenty-sdk/define';
import type { DiscountAuthority, DiscountKind } from '#domain/deal/discount-states.ts';
import { belongsTo, date, decimal, flag, hasMany, money, object, select, text, whole } from '#kit/object.ts';

const KINDS: Record<DiscountKind, { label: string; color: string }> = {
  PERCENT: { label: 'Percent of the price so far', color: 'blue' },
  AMOUNT: { label: 'Amount', color: 'green' },
};

const AUTHORITIES: Record<DiscountAuthority, { label: string; color: string }> = {
  SALESPERSON: { label: 'Any salesperson', color: 'green' },
  MANAGER: { label: 'Sales manager', color: 'orange' },
  APPROVAL: { label: 'Only with approval', color: 'red' },
};

export default defineObject(
  object('discountRule', {
    label: 'Discount rule',
    plural: 'Discount rules',
    icon: 'IconDiscount2',
    description: 'What may be taken off a list price, in which order and by whom.',

    fields: {
      name: text('Name'),
      project: belongsTo('Project', 'project.discountRules'),
      step: whole('Order', {
        description: 'Discounts are applied in this order; each is of what is left (D1).',
      }),
      kind: select('Kind', KINDS, { initially: 'PERCENT' }),
      percent: decimal('Percent off', 4),
      amount: money('Amount off'),
      mostAmount: money('At most', { description: 'No more than this is taken off by it.' }),
      authority: select('Who may give it', AUTHORITIES, { initially: 'SALESPERSON' }),
      validFrom: date('Valid from'),
      validUntil: date('Valid until'),
      isActive: flag('Offered', { initially: true }),
      remark: text('Remark'),
      discountLines: hasMany('Given', 'discountLine.discountRule'),
    },
  }),
);
