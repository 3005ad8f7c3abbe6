/** An event of the payment gateway: what it told us, once, and what was done about it (H1). */
import { defineObject } from 'twenty-sdk/define';
import type { GatewayEventKind, GatewayEventState } from '#domain/ledger/collection-states.ts';
import { dateTime, json, money, object, select, text } from '#kit/object.ts';

const STATES: Record<GatewayEventState, { label: string; color: string }> = {
  RECEIVED: { label: 'Received', color: 'yellow' },
  DONE: { label: 'Done', color: 'green' },
  REFUSED: { label: 'Refused', color: 'red' },
};

const KINDS: Record<GatewayEventKind, { label: string; color: string }> = {
  PENDING: { label: 'Pending', color: 'gray' },
  SUCCEEDED: { label: 'Paid', color: 'green' },
  FAILED: { label: 'Failed', color: 'orange' },
  REFUNDED: { label: 'Refunded', color: 'blue' },
  CHARGED_BACK: { label: 'Charged back', color: 'red' },
};

export default defineObject(
  object('gatewayEvent', {
    label: 'Gateway event',
    plural: 'Gateway events',
    icon: 'IconWebhook',
    description: 'What the payment gateway told us and what was done about it. Written by the webhook only.',
    isUICreatable: false,
    fields: {
      name: text('Event id'),
      paymentId: text('Payment id'),
      kind: select('Event', KINDS, { initially: 'PENDING' }),
      state: select('State', STATES, { initially: 'RECEIVED' }),
      reference: text('Reference'),
      amount: money('Amount'),
      occurredAt: dateTime('Occurred at'),
      receivedAt: dateTime('Received at'),
      outcome: text('What came of it'),
      body: json('Body'),
    },
  }),
);
