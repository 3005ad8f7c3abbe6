/** A line of a bank statement, and the contract that it belongs to, if that is known. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { BankLineState } from '#domain/ledger/collection-states.ts';
import { belongsTo, date, money, object, select, text, whole } from '#kit/object.ts';

const STATES: Record<BankLineState, { label: string; color: string }> = {
  MATCHED: { label: 'Matched', color: 'green' },
  DOUBTFUL: { label: 'Doubtful', color: 'orange' },
  UNMATCHED: { label: 'Unmatched', color: 'red' },
  ALREADY_BOOKED: { label: 'Already booked', color: 'gray' },
  IGNORED: { label: 'Left out', color: 'gray' },
  POSTED: { label: 'Posted', color: 'blue' },
};

export default defineObject(
  object('bankStatementLine', {
    label: 'Bank statement line',
    plural: 'Bank statement lines',
    icon: 'IconListDetails',
    description: 'A line of a bank statement and the contract that it belongs to, if that is known.',
    isUICreatable: false,
    fields: {
      name: text('Line'),
      bankStatement: belongsTo('Bank statement', 'bankStatement.lines', { onDelete: OnDeleteAction.CASCADE }),
      lineNumber: whole('Row'),
      state: select('State', STATES, { initially: 'UNMATCHED' }),
      contract: belongsTo('Contract', 'contract.bankStatementLines', {
        onDelete: OnDeleteAction.SET_NULL,
        description: 'Choose the contract of a doubtful or unmatched line here.',
      }),
      valueOn: date('Value date'),
      amount: money('Amount'),
      counterparty: text('Payer'),
      reference: text('Reference'),
      memo: text('Text'),
      why: text('Why'),
      lineKey: text('Key', {
        description: 'The same line of another file has the same key and is booked once.',
      }),
    },
  }),
);
