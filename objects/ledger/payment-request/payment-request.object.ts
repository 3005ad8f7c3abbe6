/** A payment request: the amount that a buyer is to pay through the gateway, under a reference. */
import { defineObject } from 'twenty-sdk/define';
import type { PaymentRequestState } from '#domain/ledger/collection-states.ts';
import { belongsTo, date, json, money, object, select, text } from '#kit/object.ts';

const STATES: Record<PaymentRequestState, { label: string; color: string }> = {
  OPEN: { label: 'Open', color: 'yellow' },
  PAID: { label: 'Paid', color: 'green' },
  WITHDRAWN: { label: 'Withdrawn', color: 'gray' },
};

export default defineObject(
  object('paymentRequest', {
    label: 'Payment request',
    plural: 'Payment requests',
    icon: 'IconCreditCard',
    description:
      'An amount that a buyer is asked to pay through the payment gateway, under a reference. Written by commands only.',
    isUICreatable: false,
    fields: {
      name: text('Reference'),
      contract: belongsTo('Contract', 'contract.paymentRequests'),
      amount: money('Amount'),
      state: select('State', STATES, { initially: 'OPEN' }),
      askedOn: date('Asked on'),
      remark: text('Remark'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
