import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('bankStatementLine', {
    name: 'All bank statement lines',
    icon: 'IconListDetails',
    columns: [
      'name',
      'bankStatement',
      'state',
      'contract',
      'valueOn',
      'amount',
      'counterparty',
      'reference',
      'memo',
      'why',
    ],
    sort: ['lineNumber', 'ASC'],
  }),
);
