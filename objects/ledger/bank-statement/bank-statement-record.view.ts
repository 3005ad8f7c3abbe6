import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('bankStatement', {
    Statement: ['name', 'account', 'currencyCode', 'state', 'readAt', 'readBy'],
    Lines: ['lineCount', 'matched', 'doubtful', 'unmatched', 'alreadyBooked', 'posted'],
  }),
);
