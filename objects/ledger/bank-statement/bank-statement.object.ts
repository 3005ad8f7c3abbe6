/** A bank statement (银行流水): a file that was read; its lines are shown before anything is posted. */
import { defineObject } from 'twenty-sdk/define';
import type { BankStatementState } from '#domain/ledger/collection-states.ts';
import { dateTime, hasMany, object, select, text, whole } from '#kit/object.ts';

const STATES: Record<BankStatementState, { label: string; color: string }> = {
  PREVIEWED: { label: 'To be looked at', color: 'yellow' },
  POSTED: { label: 'Posted', color: 'green' },
};

export default defineObject(
  object('bankStatement', {
    label: 'Bank statement',
    plural: 'Bank statements',
    icon: 'IconFileSpreadsheet',
    description: 'A statement file of a bank that was read; its lines are shown before anything is posted.',
    fields: {
      name: text('File'),
      account: text('Account', { description: 'The account of the company that the statement is of.' }),
      currencyCode: text('Currency', { description: 'ISO 4217 code, e.g. EUR.' }),
      state: select('State', STATES, { initially: 'PREVIEWED' }),
      readAt: dateTime('Read at'),
      readBy: text('Read by'),
      lineCount: whole('Lines'),
      matched: whole('Matched'),
      doubtful: whole('Doubtful'),
      unmatched: whole('Unmatched'),
      alreadyBooked: whole('Already booked'),
      posted: whole('Posted'),
      lines: hasMany('Lines', 'bankStatementLine.bankStatement'),
    },
  }),
);
