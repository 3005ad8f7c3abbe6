import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('bankStatementLine', {
    Line: ['name', 'bankStatement', 'lineNumber', 'state', 'contract', 'why'],
    Bank: ['valueOn', 'amount', 'counterparty', 'reference', 'memo', 'lineKey'],
  }),
);
