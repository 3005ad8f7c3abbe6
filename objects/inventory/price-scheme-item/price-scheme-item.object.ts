/** A price of a scheme: what it gives a unit, and what the unit had before, so that it can be undone. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { PriceItemOutcome } from '#domain/inventory/sales-states.ts';
import { belongsTo, dateTime, json, money, object, select, text, whole } from '#kit/object.ts';

const OUTCOMES: Record<PriceItemOutcome, { label: string; color: string }> = {
  NEW: { label: 'New', color: 'green' },
  CHANGED: { label: 'Changed', color: 'orange' },
  SAME: { label: 'Same', color: 'gray' },
  BLOCKED: { label: 'Blocked', color: 'red' },
};

export default defineObject(
  object('priceSchemeItem', {
    label: 'Price of a scheme',
    plural: 'Prices of schemes',
    icon: 'IconTag',
    description: 'What a price scheme gives a unit, and what the unit had before.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      priceScheme: belongsTo('Price scheme', 'priceScheme.priceSchemeItems', {
        onDelete: OnDeleteAction.CASCADE,
      }),
      unit: belongsTo('Unit', 'unit.priceSchemeItems', { onDelete: OnDeleteAction.CASCADE }),
      outcome: select('Outcome', OUTCOMES, { initially: 'CHANGED' }),
      rowNumber: whole('Row'),
      unitPrice: money('Price per m²'),
      listPrice: money('List price'),
      floorPrice: money('Floor price'),
      filedPrice: money('Filed price'),
      listBefore: money('List price before'),
      floorBefore: money('Floor price before'),
      filedBefore: money('Filed price before'),
      blockedBy: text('Blocked by'),
      appliedAt: dateTime('Applied at'),
      undoneAt: dateTime('Undone at'),
      remark: text('Remark'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
