/** An allocation (核销): which part of a receipt pays which installment (D4). */
import { defineObject } from 'twenty-sdk/define';
import { ALLOCATION_KINDS } from '#kit/ledger-choices.ts';
import { belongsTo, date, json, money, object, select, text } from '#kit/object.ts';

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
      kind: select('Pays', ALLOCATION_KINDS, { initially: 'PRINCIPAL' }),
      amount: money('Amount', { description: 'Below zero when it takes back another allocation.' }),
      allocatedOn: date('Allocated on', { description: 'The day from which the money counts.' }),
      postedOn: date('Posted on'),
      mirrorOf: text('Takes back', { description: 'Id of the allocation that this one takes back.' }),
      slotKey: text('Slot', {
        description: 'Contract and running number: two postings cannot take the same slot.',
      }),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
