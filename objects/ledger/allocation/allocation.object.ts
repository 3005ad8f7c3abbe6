/** An allocation (核销): which part of a receipt pays which installment (D4). */
import { defineObject } from 'twenty-sdk/define';
import { belongsTo, date, json, money, object, text } from '#kit/object.ts';

export default defineObject(
  object('allocation', {
    label: 'Allocation',
    plural: 'Allocations',
    icon: 'IconArrowsSplit2',
    description: 'Part of a receipt that pays an installment. Written by commands only.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      contract: belongsTo('Contract', 'contract.allocations'),
      receipt: belongsTo('Receipt', 'receipt.allocations'),
      installment: belongsTo('Installment', 'installment.allocations'),
      amount: money('Amount'),
      allocatedOn: date('Allocated on'),
      slotKey: text('Slot', {
        description: 'Installment and running number: two receipts cannot take the same slot.',
      }),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
