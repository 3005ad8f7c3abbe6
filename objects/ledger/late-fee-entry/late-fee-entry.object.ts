/** A late fee entry (违约金): fee that was billed for a stretch of days, or a correction of it. Never edited. */
import { defineObject } from 'twenty-sdk/define';
import type { LateFeeEntryKind } from '#domain/ledger/ledger-states.ts';
import { belongsTo, date, json, money, object, select, text } from '#kit/object.ts';

const KINDS: Record<LateFeeEntryKind, { label: string; color: string }> = {
  ACCRUAL: { label: 'Billed', color: 'red' },
  CORRECTION: { label: 'Corrected', color: 'blue' },
};

export default defineObject(
  object('lateFeeEntry', {
    label: 'Late fee entry',
    plural: 'Late fee entries',
    icon: 'IconClockDollar',
    description:
      'Late fee billed on an installment, with the days, base and rate that explain it. Written by commands only.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      contract: belongsTo('Contract', 'contract.lateFeeEntries'),
      installment: belongsTo('Installment', 'installment.lateFeeEntries'),
      kind: select('Kind', KINDS, { initially: 'ACCRUAL' }),
      amount: money('Amount', { description: 'Below zero when less is owed than was billed before.' }),
      upTo: date('Up to', { description: 'The last day that is counted.' }),
      explanation: json('Explanation', {
        description: 'The segments of the whole fee up to that day: days, base, rate, fee.',
      }),
      postedOn: date('Posted on'),
      slotKey: text('Slot', { description: 'Keeps two postings from billing the same fee.' }),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
