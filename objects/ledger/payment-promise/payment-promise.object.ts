/** A promise to pay (承诺还款): how much a buyer promised by when, and whether it was kept. */
import { defineObject } from 'twenty-sdk/define';
import type { PromiseState } from '#domain/ledger/collection-states.ts';
import { belongsTo, date, json, money, object, select, text } from '#kit/object.ts';

const STATES: Record<PromiseState, { label: string; color: string }> = {
  OPEN: { label: 'Still to be kept', color: 'yellow' },
  KEPT: { label: 'Kept', color: 'green' },
  BROKEN: { label: 'Broken', color: 'red' },
  WITHDRAWN: { label: 'Withdrawn', color: 'gray' },
};

export default defineObject(
  object('paymentPromise', {
    label: 'Promise to pay',
    plural: 'Promises to pay',
    icon: 'IconHeartHandshake',
    description:
      'How much a buyer promised to pay by when, and whether it was kept. Written by commands only.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      contract: belongsTo('Contract', 'contract.paymentPromises'),
      amount: money('Amount'),
      payBy: date('Pay by'),
      state: select('State', STATES, { initially: 'OPEN' }),
      takenOn: date('Taken on'),
      takenBy: text('Taken by'),
      paidSince: money('Paid since'),
      decidedOn: date('Decided on'),
      remark: text('Remark'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
