import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('bankStatement', {
    name: 'All bank statements',
    icon: 'IconFileSpreadsheet',
    columns: [
      'name',
      'account',
      'state',
      'readAt',
      'readBy',
      'lineCount',
      'matched',
      'doubtful',
      'unmatched',
      'alreadyBooked',
      'posted',
    ],
    sort: ['readAt', 'DESC'],
  }),
);
