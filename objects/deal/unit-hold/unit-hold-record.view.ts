import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('unitHold', {
    Hold: ['name', 'unit', 'kind', 'state', 'buyer', 'forWhom', 'salesperson', 'heldByName', 'reason'],
    Time: ['heldAt', 'expiresAt', 'extensions', 'closedAt', 'closeReason'],
  }),
);
