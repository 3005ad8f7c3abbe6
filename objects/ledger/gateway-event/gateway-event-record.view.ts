import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('gatewayEvent', {
    Event: ['name', 'kind', 'state', 'outcome'],
    Payment: ['paymentId', 'reference', 'amount'],
    Time: ['occurredAt', 'receivedAt', 'body'],
  }),
);
