/** A discount given: one step from the list price to the agreed one, to the cent, so that it can be replayed (D1). */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { DiscountKind } from '#domain/deal/discount-states.ts';
import { belongsTo, decimal, json, money, object, select, text, whole } from '#kit/object.ts';

const KINDS: Record<DiscountKind, { label: string; color: string }> = {
  PERCENT: { label: 'Percent of the price so far', color: 'blue' },
  AMOUNT: { label: 'Amount', color: 'green' },
};

export default defineObject(
  object('discountLine', {
    label: 'Discount given',
    plural: 'Discounts given',
    icon: 'IconDiscount',
    description: 'One step from the list price of a reservation to its agreed price.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      reservation: belongsTo('Reservation', 'reservation.discountLines'),
      discountRule: belongsTo('Discount rule', 'discountRule.discountLines', {
        onDelete: OnDeleteAction.SET_NULL,
      }),
      step: whole('Order'),
      kind: select('Kind', KINDS, { initially: 'PERCENT' }),
      percent: decimal('Percent off', 4),
      priceBefore: money('Price before'),
      amount: money('Taken off'),
      priceAfter: money('Price after'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
