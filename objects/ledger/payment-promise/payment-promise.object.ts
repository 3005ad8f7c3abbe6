/** A promise to pay (承诺还款): how much a buyer promised by when, and whether it was kept. */
import { defineObject } from 'twenty-sdk/define';
import { belongsTo, date, json, money, object, select, text } from '#kit/object.ts';
import { PROMISE_STAGES } from '#workflows/pipeline/payment-promise.ts';

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
      state: select('State', PROMISE_STAGES, { initially: 'OPEN' }),
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
