import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('gatewayEvent', {
    name: 'All gateway events',
    icon: 'IconWebhook',
    columns: ['name', 'paymentId', 'kind', 'state', 'reference', 'amount', 'occurredAt', 'outcome'],
    sort: ['receivedAt', 'DESC'],
  }),
);
