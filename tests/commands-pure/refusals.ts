/** One refusal of every kind, with facts that are easy to find again in a sentence. */
import type { Refusal, RefusalCode } from '#domain/shared/refusal.ts';

type Samples = { [C in RefusalCode]: Extract<Refusal, { code: C }> };

const UNTIL = '2025-03-02T02:00:00.000Z';

export const SAMPLES: Samples = {
  INVALID_INPUT: { code: 'INVALID_INPUT', field: 'keySets', problem: 'must be at least 1' },
  NOT_SIGNED_IN: { code: 'NOT_SIGNED_IN' },
  NO_RIGHT: { code: 'NO_RIGHT', right: 'keepAccounts' },
  NOT_FOUND: { code: 'NOT_FOUND', what: 'payment plan', id: '7b3f1f0c' },
  REQUEST_ID_REUSED: { code: 'REQUEST_ID_REUSED', requestId: 'request-1' },
  UNIT_TAKEN: { code: 'UNIT_TAKEN', unit: 'A-101', holder: 'Lin Mei', until: UNTIL },
  UNIT_NOT_FOR_SALE: { code: 'UNIT_NOT_FOR_SALE', unit: 'A-101', state: 'CONTROLLED' },
  UNIT_HAS_NO_PRICE: { code: 'UNIT_HAS_NO_PRICE', unit: 'A-101' },
  UNITS_NOT_RELEASABLE: {
    code: 'UNITS_NOT_RELEASABLE',
    units: [
      { unit: 'A-101', state: 'CONTRACTED' },
      { unit: 'B-202', state: 'FROZEN' },
    ],
    count: 17,
  },
  PERMIT_REQUIRED: { code: 'PERMIT_REQUIRED', project: 'Harbour View' },
  PERMIT_EXPIRED: {
    code: 'PERMIT_EXPIRED',
    project: 'Harbour View',
    permit: 'P-2025-17',
    expiredOn: '2025-02-28',
  },
  PRICE_ABOVE_FILED: { code: 'PRICE_ABOVE_FILED', unit: 'A-101', price: '520000.01', filed: '520000.00' },
  PRICE_NOT_YOURS_TO_SET: { code: 'PRICE_NOT_YOURS_TO_SET', unit: 'A-101', listPrice: '500000.00' },
  PRICE_BELOW_FLOOR: { code: 'PRICE_BELOW_FLOOR', unit: 'A-101', price: '469999.99' },
  DEPOSIT_TOO_LOW: { code: 'DEPOSIT_TOO_LOW', unit: 'A-101', asked: '0.00', required: '20000.00' },
  MILESTONE_DATES_OUT_OF_ORDER: {
    code: 'MILESTONE_DATES_OUT_OF_ORDER',
    milestone: 'Topped out',
    certifiedOn: '2025-04-01',
    other: 'Foundation',
    otherOn: '2025-05-01',
  },
  NO_BUYER: { code: 'NO_BUYER', unit: 'A-101' },
  RESERVATION_CLOSED: { code: 'RESERVATION_CLOSED', reservation: 'A-101 · Lin Mei', state: 'EXPIRED' },
  RESERVATION_EXPIRED: { code: 'RESERVATION_EXPIRED', reservation: 'A-101 · Lin Mei', until: UNTIL },
  RESERVATION_STILL_VALID: { code: 'RESERVATION_STILL_VALID', reservation: 'A-101 · Lin Mei', until: UNTIL },
  PLAN_DOES_NOT_ADD_UP: {
    code: 'PLAN_DOES_NOT_ADD_UP',
    plan: 'Standard',
    sum: '105 %',
    expected: '100 %',
  },
  PLAN_LINE_INVALID: {
    code: 'PLAN_LINE_INVALID',
    plan: 'Standard',
    line: 'Top-out',
    problem: 'has no date',
  },
  PLAN_NOT_OFFERED: { code: 'PLAN_NOT_OFFERED', plan: 'Standard' },
  PLAN_MILESTONE_MISSING: {
    code: 'PLAN_MILESTONE_MISSING',
    plan: 'Standard',
    milestone: 'TOP_OUT',
    building: 'Tower 1',
  },
  CONTRACT_NUMBER_TAKEN: { code: 'CONTRACT_NUMBER_TAKEN', number: 'C-2025-001' },
  CONTRACT_NOT_LIVE: { code: 'CONTRACT_NOT_LIVE', contract: 'C-2025-001', state: 'CANCELLED' },
  MILESTONE_CERTIFIED: {
    code: 'MILESTONE_CERTIFIED',
    milestone: 'Top-out',
    certifiedOn: '2025-06-10',
    paidInstallments: 13,
  },
  EARLIER_MILESTONES_OPEN: {
    code: 'EARLIER_MILESTONES_OPEN',
    milestone: 'Top-out',
    earlier: ['Foundation', 'Tenth floor'],
  },
  DATE_IN_FUTURE: { code: 'DATE_IN_FUTURE', field: 'signedOn', date: '2025-03-02', today: '2025-03-01' },
  CURRENCY_MISMATCH: { code: 'CURRENCY_MISMATCH', expected: 'EUR', given: 'JPY' },
  RECEIPT_ALREADY_BOOKED: { code: 'RECEIPT_ALREADY_BOOKED', externalId: 'BANK-4711', receipt: 'R-2025-9' },
  DUE_NOT_PAID: {
    code: 'DUE_NOT_PAID',
    contract: 'C-2025-001',
    open: '160000.00 EUR',
    installments: ['Signing', 'Roof'],
  },
  INSTALLMENTS_WITHOUT_DUE_DATE: {
    code: 'INSTALLMENTS_WITHOUT_DUE_DATE',
    contract: 'C-2025-001',
    installments: ['Roof', 'Keys'],
  },
  ALREADY_HANDED_OVER: { code: 'ALREADY_HANDED_OVER', contract: 'C-2025-001', on: '2025-05-01' },
  APPROVAL_REQUIRED: { code: 'APPROVAL_REQUIRED', command: 'waive' },
  APPROVAL_DECIDED: { code: 'APPROVAL_DECIDED', approval: 'Waive 500.00', state: 'REJECTED' },
  APPROVAL_YOUR_OWN: { code: 'APPROVAL_YOUR_OWN', approval: 'Waive 500.00' },
  APPROVAL_CHANGED: { code: 'APPROVAL_CHANGED', approval: 'Waive 500.00' },
  STATE_NOT_ALLOWED: { code: 'STATE_NOT_ALLOWED', what: 'R-2025-9', from: 'REVERSED', to: 'CLEARED' },
  AMOUNT_TOO_HIGH: { code: 'AMOUNT_TOO_HIGH', field: 'amount', amount: '501.00', most: '500.00' },
  FILE_UNREADABLE: { code: 'FILE_UNREADABLE', file: 'march.csv', row: 17, problem: 'has no date' },
  PAYMENT_MISMATCH: {
    code: 'PAYMENT_MISMATCH',
    reference: 'PAY-17',
    expected: '500.00 EUR',
    given: '50.00 EUR',
  },
  SIGNATURE_WRONG: { code: 'SIGNATURE_WRONG', problem: 'is older than five minutes' },
  BUSY: { code: 'BUSY', what: 'Top-out' },
};
