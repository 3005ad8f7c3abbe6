import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_COMMANDS } from '#commands/index.ts';
import { APPROVABLE } from '#commands/system/approvals.ts';
import { inputMoney, parseInput } from '#commands/system/input.ts';
import { money } from '#domain/shared/money.ts';
import { RIGHTS } from '#domain/system/index.ts';
import { RECORDS } from '#port/records.ts';

const ID = '7b3f1f0c-3f63-4a65-a481-7b221040253d';
const OTHER_ID = '0c8a3f5e-52a1-4a3e-9f6e-0d9b6c1a7e11';
const requestId = 'request-1';

/** The least that each command takes. */
const LEAST: Record<string, Record<string, unknown>> = {
  'set-up-inspection-template': { requestId },
  'start-inspection': { requestId, handoverId: ID },
  'record-inspection': { requestId, inspectionId: ID, answers: [{ itemId: ID, result: 'OK' }] },
  'sign-inspection': { requestId, inspectionId: ID, signedBy: 'Lin Mei' },
  'report-snag': { requestId, unitId: ID, title: 'Scratch' },
  'move-snag': { requestId, snagId: ID, action: 'START' },
  'count-keys': { requestId, unitId: ID, sets: [{ kind: 'DOOR_KEYS', pieces: 3 }] },
  'move-keys': { requestId, keySetIds: [ID], action: 'RETURN' },
  'take-back-snag-links': { requestId, kind: 'contractor', recordId: ID },
  'release-units': { requestId, unitIds: [ID] },
  'certify-milestone': { requestId, milestoneId: ID, certifiedOn: '2025-06-10' },
  'activate-price-scheme': { requestId, priceSchemeId: ID },
  'undo-price-scheme': { requestId, priceSchemeId: ID, reason: 'Wrong file' },
  'generate-units': { requestId, buildingId: ID, fromFloor: 1, toFloor: 3, positions: [{}] },
  'open-release-batch': { requestId, releaseBatchId: ID },
  'close-release-batch': { requestId, releaseBatchId: ID },
  'assign-units-to-batch': { requestId, releaseBatchId: ID, unitIds: [ID] },
  'transfer-deals': { requestId, fromId: ID, toIds: [ID], reason: 'Leaves' },
  'roll-back-transfer': { requestId, dealTransferId: ID, reason: 'Stays' },
  'withdraw-units': { requestId, unitIds: [ID], reason: 'For the second release' },
  'reserve-unit': { requestId, unitId: ID },
  'cancel-reservation': { requestId, reservationId: ID, reason: 'Changed his mind' },
  'expire-reservation': { requestId, reservationId: ID },
  'sign-contract': { requestId, reservationId: ID, planId: ID, number: 'C-1', signedOn: '2025-03-01' },
  'reserve-bundle': { requestId, unitIds: [ID, OTHER_ID] },
  'upgrade-reservation': { requestId, reservationId: ID },
  'extend-reservation': { requestId, reservationId: ID },
  'confirm-reservation': { requestId, reservationId: ID, price: '450000.00' },
  'swap-reservation-unit': { requestId, reservationId: ID, unitId: OTHER_ID, reason: 'Wants a higher floor' },
  'change-reservation-buyers': {
    requestId,
    reservationId: ID,
    parties: [{ buyerId: ID, sharePercent: '100' }],
    reason: 'They married',
  },
  'save-quote': { requestId },
  'send-quote': { requestId, quoteId: ID },
  'withdraw-quote': { requestId, quoteId: ID },
  'decide-deposit': { requestId, reservationId: ID, decision: 'FORFEIT', reason: 'Never came back' },
  'record-receipt': { requestId, contractId: ID, amount: '100.00', method: 'CASH', receivedOn: '2025-03-01' },
  'clear-receipt': { requestId, receiptId: ID },
  'bounce-receipt': { requestId, receiptId: ID, reason: 'No cover' },
  'reverse-receipt': { requestId, receiptId: ID, reason: 'Booked on the wrong contract' },
  'add-charge': {
    requestId,
    contractId: ID,
    chargeType: 'TAX',
    label: 'Deed tax',
    amount: '100.00',
    dueOn: '2025-03-01',
  },
  waive: { requestId, installmentId: ID, what: 'LATE_FEE', reason: 'Our bank was down' },
  'record-refund': {
    requestId,
    contractId: ID,
    amount: '100.00',
    method: 'TRANSFER',
    refundedOn: '2025-03-01',
    why: 'OVERPAYMENT',
  },
  'settle-area': { requestId, contractId: ID, measuredArea: '88.5' },
  'post-area-settlement': { requestId, areaSettlementId: ID },
  'replan-contract': {
    requestId,
    contractId: ID,
    planId: ID,
    effectiveOn: '2025-03-01',
    reason: 'Wants to pay by month',
  },
  'cancel-contract': {
    requestId,
    contractId: ID,
    kind: 'MUTUAL',
    cancelledOn: '2025-03-01',
    reason: 'Both agreed',
  },
  'change-contract-unit': {
    requestId,
    contractId: ID,
    unitId: ID,
    effectiveOn: '2025-03-01',
    reason: 'Wants a higher floor',
  },
  'change-contract-buyers': {
    requestId,
    contractId: ID,
    parties: [{ buyerId: ID, sharePercent: '100' }],
    effectiveOn: '2025-03-01',
    reason: 'Buys alone',
  },
  'open-mortgage': {
    requestId,
    contractId: ID,
    bank: 'City Bank',
    kind: 'COMMERCIAL',
    amountAsked: '300000.00',
    termMonths: 360,
    annualRatePercent: '4.9',
    repayment: 'EQUAL_INSTALLMENT',
  },
  'move-mortgage': { requestId, mortgageCaseId: ID, to: 'SUBMITTED', on: '2025-03-01' },
  'disburse-mortgage': { requestId, mortgageCaseId: ID, amount: '300000.00', on: '2025-03-01' },
  'earn-commission': { requestId, contractId: ID },
  'pay-commission': { requestId, commissionId: ID, paidOn: '2025-03-01' },
  'issue-notice': { requestId, contractId: ID },
  'mark-notice': { requestId, dunningNoticeId: ID, to: 'SENT', on: '2025-03-01' },
  'record-promise': { requestId, contractId: ID, amount: '100.00', payBy: '2025-03-31' },
  'ask-payment': { requestId, contractId: ID, amount: '100.00' },
  'post-bank-statement': { requestId, bankStatementId: ID },
  reconcile: { requestId },
  'set-up-dunning': { requestId },
  'set-up-dashboards': { requestId },
  'load-sample-data': { requestId },
  'remove-sample-data': { requestId },
  'set-up-warranty': { requestId },
  'set-up-service-levels': { requestId },
  'open-ticket': { requestId, kind: 'ENQUIRY', subject: 'When is the lift checked?' },
  'move-ticket': { requestId, serviceTicketId: ID, to: 'TRIAGED' },
  'give-feedback': { requestId, serviceTicketId: ID, feedback: 'The plumber comes on Monday' },
  'rate-ticket': { requestId, serviceTicketId: ID, satisfaction: 5 },
  'escalate-ticket': { requestId, serviceTicketId: ID },
  'ask-approval': {
    requestId,
    command: 'waive',
    input: { installmentId: ID, what: 'LATE_FEE', reason: 'Our bank was down' },
    reason: 'Our bank was down',
  },
  'decide-approval': { requestId, approvalId: ID, decision: 'APPROVE' },
  'withdraw-approval': { requestId, approvalId: ID },
  'hold-unit': { requestId, unitId: ID },
  'release-hold': { requestId, holdId: ID },
  'extend-hold': { requestId, holdId: ID, until: '2025-03-01T09:00:00Z' },
  'expire-hold': { requestId, holdId: ID },
  'freeze-unit': { requestId, unitId: ID, reason: 'Court order 17' },
  'unfreeze-unit': { requestId, unitId: ID, reason: 'Order lifted' },
  'take-ticket': { requestId, batchId: ID, buyerId: ID },
  'activate-ticket': { requestId, ticketId: ID },
  'call-next-ticket': { requestId, batchId: ID },
  'choose-unit': { requestId, ticketId: ID, unitId: ID },
  'miss-ticket': { requestId, ticketId: ID },
  'requeue-ticket': { requestId, ticketId: ID },
  'cancel-ticket': { requestId, ticketId: ID, reason: 'Bought elsewhere' },
  'refund-ticket': {
    requestId,
    ticketId: ID,
    method: 'TRANSFER',
    refundedOn: '2025-03-01',
    reason: 'Bought elsewhere',
  },
  'draw-lottery': { requestId, batchId: ID },
  'open-handover-batch': {
    requestId,
    buildingId: ID,
    opensOn: '2025-06-02',
    closesOn: '2025-06-06',
    dayFrom: '09:00',
    dayTo: '17:00',
    slotMinutes: 30,
    capacity: 2,
  },
  'close-handover-batch': { requestId, handoverBatchId: ID },
  'book-handover': { requestId, handoverId: ID, slotAt: '2025-06-02T09:00:00Z' },
  'unbook-handover': { requestId, handoverId: ID },
  'arrive-handover': { requestId, handoverId: ID, cameAs: 'BUYER', identityChecked: true },
  'miss-handover': { requestId, handoverId: ID },
  'deem-delivered': { requestId, handoverId: ID },
  'defer-handover-dues': {
    requestId,
    contractId: ID,
    amount: '1000.00',
    until: '2025-07-31',
    reason: 'The bank pays next week',
  },
  'renew-handover-link': { requestId, handoverId: ID, version: 1 },
  'hand-over': { requestId, contractId: ID, handedOverOn: '2025-06-30', receivedBy: 'Lin Mei', keySets: 3 },
  'open-title-case': { requestId, contractId: ID },
  'move-title-case': { requestId, titleCaseId: ID, to: 'SUBMITTED' },
  'block-title-case': { requestId, titleCaseId: ID, because: 'UNPAID' },
  'unblock-title-case': { requestId, titleCaseId: ID },
  'apply-title-list': {
    requestId,
    file: 'titles.csv',
    fileHash: 'a'.repeat(64),
    rows: [
      {
        row: 2,
        contractId: ID,
        name: 'C-17',
        state: 'SUBMITTED',
        taxAmount: null,
        taxPaidOn: null,
        submittedOn: '2025-06-30',
        registryNumber: '',
        acceptedOn: null,
        certificateNumber: '',
        issuedOn: null,
        receivedBy: '',
        deliveredOn: null,
      },
    ],
  },
  'draft-engineering-change': {
    requestId,
    projectId: ID,
    name: 'Aluminium windows',
    kind: 'MATERIAL',
    description: 'Aluminium in place of wood',
    silenceMeans: 'ACCEPTED',
  },
  'send-engineering-change': {
    requestId,
    engineeringChangeId: ID,
    noticedOn: '2025-06-30',
    answerBy: '2025-07-30',
  },
  'answer-engineering-change': { requestId, changeAnswerId: ID, answer: 'ACCEPTED', on: '2025-06-30' },
  'close-engineering-change': { requestId, engineeringChangeId: ID },
};

/** The record may be one of two: which of them is missing is for the command to say. */
const ONE_OF_TWO = ['record-receipt contractId', 'record-refund contractId', 'open-title-case contractId'];

/** About all contracts unless one is named; about the workspace as a whole. */
const ABOUT_MANY = [
  'set-up-inspection-template',
  'reconcile',
  'set-up-dunning',
  'set-up-warranty',
  'set-up-service-levels',
  'open-ticket',
  'set-up-dashboards',
  'save-quote',
  'load-sample-data',
  'remove-sample-data',
];

/** Choices name what there is to choose from, also when nothing was chosen. */
const CHOICES = [
  'cameAs',
  'action',
  'method',
  'chargeType',
  'what',
  'why',
  'kind',
  'repayment',
  'to',
  'decision',
  'because',
  'silenceMeans',
  'answer',
];

function parse(name: string, body: unknown) {
  const command = ALL_COMMANDS.find((one) => one.name === name);
  if (command === undefined) throw new Error(`No command ${name}`);
  return parseInput<Record<string, unknown>>(command.schema, body);
}

const invalid = (field: string, problem: unknown) => ({ refused: { code: 'INVALID_INPUT', field, problem } });

describe('every command', () => {
  it('is in the table of these tests, has a name of its own and a right that exists', () => {
    expect(ALL_COMMANDS.map(({ name }) => name).sort()).toEqual(Object.keys(LEAST).sort());
    for (const { name, title, right } of ALL_COMMANDS) {
      // A verb, and what it is done to unless that goes without saying.
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(title).toMatch(/^[A-Z][a-z -]+$/);
      expect(RIGHTS).toContain(right);
    }
    expect(new Set(ALL_COMMANDS.map(({ name }) => name)).size).toBe(ALL_COMMANDS.length);
    expect(new Set(ALL_COMMANDS.map(({ title }) => title)).size).toBe(ALL_COMMANDS.length);
  });

  it('C5: what gives money away is approved by somebody else, and may be asked for', () => {
    const approved = ALL_COMMANDS.filter(({ approvedWith }) => approvedWith !== undefined);
    expect(approved.map(({ name }) => name).sort()).toEqual([
      'activate-price-scheme',
      'cancel-contract',
      'change-contract-buyers',
      'change-contract-unit',
      'confirm-reservation',
      'defer-handover-dues',
      'record-refund',
      'refund-ticket',
      'replan-contract',
      'transfer-deals',
      'waive',
    ]);
    // Prices are a sales manager's to approve: those of a list, too, though the same right proposes it.
    // Who answers for which customer is theirs as well (A052).
    const ofSales = ['activate-price-scheme', 'confirm-reservation', 'transfer-deals'];
    const byTwoOfOneRight = ['activate-price-scheme', 'transfer-deals'];
    for (const { name, approvedWith, right } of approved) {
      const isOfSales = ofSales.includes(name);
      expect([name, approvedWith]).toEqual([name, isOfSales ? 'controlSales' : 'approveMoney']);
      if (byTwoOfOneRight.includes(name)) expect(right).toBe(approvedWith);
      else expect(right).not.toBe(approvedWith);
    }
    expect(APPROVABLE.map(({ name }) => name).sort()).toEqual(approved.map(({ name }) => name).sort());
  });

  it('C5: asking needs the right of what is asked for, deciding the right to approve', () => {
    const [ask, decide] = ['ask-approval', 'decide-approval'].map((name) =>
      ALL_COMMANDS.find((one) => one.name === name),
    );
    for (const { name, right } of APPROVABLE)
      expect(ask?.rightFor?.({ ...LEAST['ask-approval'], command: name })).toBe(right);
    expect(decide?.right).toBe('approveMoney');
  });

  it.each(APPROVABLE)('an approval of $name is about the record that $name is about', ({ name, subject }) => {
    const { requestId: _id, ...input } = LEAST[name] ?? {};
    const ask = ALL_COMMANDS.find((one) => one.name === 'ask-approval');
    expect(ask?.subject({ requestId, command: name, input, reason: 'Any' })).toEqual(subject(LEAST[name]));
  });

  it.each(ALL_COMMANDS)('$name takes the least that it needs, as it is', ({ name }) => {
    expect(parse(name, LEAST[name])).toEqual({ plan: LEAST[name] });
  });

  it.each(ALL_COMMANDS)('$name names the field that is missing, whichever it is', ({ name }) => {
    for (const field of Object.keys(LEAST[name] ?? {})) {
      if (ONE_OF_TWO.includes(`${name} ${field}`)) continue;
      const { [field]: _left, ...rest } = LEAST[name] ?? {};
      const problem = CHOICES.includes(field)
        ? expect.stringMatching(/^must be [A-Z]+|^must be one of/)
        : 'is missing';
      expect(parse(name, rest)).toEqual(invalid(field, problem));
    }
  });

  it.each(ALL_COMMANDS)(
    '$name needs a request id that is long enough and not too long (C1.3)',
    ({ name }) => {
      const asked = (id: string) => parse(name, { ...LEAST[name], requestId: id });
      expect(asked('1234567')).toEqual(invalid('requestId', 'must have at least 8 characters'));
      expect(asked('x'.repeat(101))).toEqual(invalid('requestId', 'must have at most 100 characters'));
      expect(asked('x'.repeat(100))).toHaveProperty('plan');
      expect(asked('12345678')).toHaveProperty('plan');
    },
  );

  it.each(ALL_COMMANDS)('$name refuses any nonsense instead of throwing', ({ name }) => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        expect(parse(name, body)).toMatchObject({ refused: { code: 'INVALID_INPUT' } });
      }),
    );
  });

  it.each(ALL_COMMANDS)('$name knows the record that it is about', ({ name, subject }) => {
    const { kind, id } = subject(LEAST[name] as never);
    expect(id).toBe(ABOUT_MANY.includes(name) ? '' : ID);
    expect(Object.keys(RECORDS)).toContain(kind);
  });
});

describe('a field that is wrong is named with what is wrong with it', () => {
  it.each<[string, Record<string, unknown>, string, string]>([
    ['reserve-unit', { unitId: 'A-101' }, 'unitId', 'must be the id of a record'],
    ['reserve-unit', { unitId: '' }, 'unitId', 'must be the id of a record'],
    ['reserve-unit', { buyerId: 'Lin Mei' }, 'buyerId', 'must be the id of a record'],
    ['reserve-unit', { companyId: 'x' }, 'companyId', 'must be the id of a record'],
    ['reserve-unit', { salespersonId: 'x' }, 'salespersonId', 'must be the id of a record'],
    ['reserve-unit', { price: '500,000.00' }, 'price', 'must be an amount like "1234.50"'],
    ['reserve-unit', { price: '-1' }, 'price', 'must be an amount like "1234.50"'],
    ['reserve-unit', { price: '1.00001' }, 'price', 'must be an amount like "1234.50"'],
    ['reserve-unit', { price: '' }, 'price', 'must be an amount like "1234.50"'],
    ['reserve-unit', { price: '1e6' }, 'price', 'must be an amount like "1234.50"'],
    ['reserve-unit', { depositAsked: 'a lot' }, 'depositAsked', 'must be an amount like "1234.50"'],
    ['reserve-unit', { validUntil: 'tomorrow' }, 'validUntil', 'must be a time like 2025-01-31T09:00:00Z'],
    ['reserve-unit', { validUntil: '2025-01-31' }, 'validUntil', 'must be a time like 2025-01-31T09:00:00Z'],
    [
      'reserve-unit',
      { validUntil: '2025-01-31T09:00:00' },
      'validUntil',
      'must be a time like 2025-01-31T09:00:00Z',
    ],
    ['reserve-unit', { remark: 'x'.repeat(1_001) }, 'remark', 'must have at most 1000 characters'],
    ['reserve-unit', { buyerName: 'x'.repeat(1_001) }, 'buyerName', 'must have at most 1000 characters'],
    ['cancel-reservation', { reservationId: '1' }, 'reservationId', 'must be the id of a record'],
    ['cancel-reservation', { reason: '' }, 'reason', 'must not be empty'],
    ['cancel-reservation', { reason: '   ' }, 'reason', 'must not be empty'],
    ['expire-reservation', { reservationId: '1' }, 'reservationId', 'must be the id of a record'],
    ['sign-contract', { planId: 'standard' }, 'planId', 'must be the id of a record'],
    ['sign-contract', { number: ' ' }, 'number', 'must not be empty'],
    ['sign-contract', { signedOn: '2025-02-29' }, 'signedOn', 'must be a date like 2025-01-31'],
    ['sign-contract', { signedOn: '1 March 2025' }, 'signedOn', 'must be a date like 2025-01-31'],
    ['record-receipt', { contractId: 'C-1' }, 'contractId', 'must be the id of a record'],
    ['record-receipt', { amount: '12.345.678' }, 'amount', 'must be an amount like "1234.50"'],
    ['record-receipt', { amount: '1234567890123456' }, 'amount', 'must be an amount like "1234.50"'],
    ['record-receipt', { receivedOn: '2025-13-01' }, 'receivedOn', 'must be a date like 2025-01-31'],
    ['record-receipt', { externalId: '' }, 'externalId', 'must not be empty'],
    ['record-receipt', { number: '' }, 'number', 'must not be empty'],
    [
      'record-receipt',
      { method: 'GOLD' },
      'method',
      'must be one of CASH, CARD, TRANSFER, GATEWAY, CHEQUE, BANK_LOAN, PROVIDENT_FUND',
    ],
    ['record-receipt', { fund: 'WATER' }, 'fund', 'must be one of PRICE, MAINTENANCE_FUND, TAX'],
    ['record-receipt', { installmentIds: Array(51).fill(ID) }, 'installmentIds', 'are too many'],
    [
      'record-receipt',
      { source: 'BANK' },
      'source',
      'must be one of HAND, GATEWAY, BANK_STATEMENT, MORTGAGE',
    ],
    ['clear-receipt', { valueOn: '2025-02-30' }, 'valueOn', 'must be a date like 2025-01-31'],
    ['bounce-receipt', { reason: ' ' }, 'reason', 'must not be empty'],
    [
      'add-charge',
      { chargeType: 'HOUSE_PRICE' },
      'chargeType',
      'must be one of OTHER_FEE, MAINTENANCE_FUND, TAX',
    ],
    ['add-charge', { label: '' }, 'label', 'must not be empty'],
    ['waive', { what: 'ALL' }, 'what', 'must be LATE_FEE or PRINCIPAL'],
    ['waive', { amount: '-5' }, 'amount', 'must be an amount like "1234.50"'],
    [
      'record-refund',
      { method: 'BANK_LOAN' },
      'method',
      'must be one of TRANSFER, CASH, CARD, GATEWAY, CHEQUE',
    ],
    [
      'record-refund',
      { why: 'GIFT' },
      'why',
      'must be one of OVERPAYMENT, AREA_SETTLEMENT, CANCELLATION, DEPOSIT, GATEWAY',
    ],
    ['settle-area', { measuredArea: '88,5' }, 'measuredArea', 'must be an area in m² like "88.50"'],
    ['settle-area', { measuredArea: '88.12345' }, 'measuredArea', 'must be an area in m² like "88.50"'],
    ['post-area-settlement', { payWithinDays: 1.5 }, 'payWithinDays', 'must be a whole number'],
    [
      'cancel-contract',
      { kind: 'ANY' },
      'kind',
      'must be one of MUTUAL, BUYER_DEFAULT, SELLER_DEFAULT, RESCISSION, REGULATOR',
    ],
    ['cancel-contract', { retained: 'all' }, 'retained', 'must be an amount like "1234.50"'],
    ['open-mortgage', { annualRatePercent: '4,9' }, 'annualRatePercent', 'must be a percent like "4.9"'],
    ['open-mortgage', { termMonths: 12.5 }, 'termMonths', 'must be a whole number'],
    ['open-mortgage', { termMonths: 0 }, 'termMonths', 'must be at least 1'],
    ['open-mortgage', { termMonths: 601 }, 'termMonths', 'must be at most 600'],
    ['move-mortgage', { shortfallDueInDays: -1 }, 'shortfallDueInDays', 'must not be below zero'],
    ['post-area-settlement', { payWithinDays: 366 }, 'payWithinDays', 'must be at most 365'],
    ['reconcile', { most: 2_001 }, 'most', 'must be at most 2000'],
    ['earn-commission', { split: Array(21).fill({ memberId: ID, percent: '1' }) }, 'split', 'are too many'],
    ['mark-notice', { to: 'PAID' }, 'to', 'must be one of SENT, ACKNOWLEDGED, ESCALATED'],
    ['earn-commission', { split: [] }, 'split', 'must not be empty'],
    [
      'earn-commission',
      { split: [{ memberId: ID, percent: '50 %' }] },
      'split.0.percent',
      'must be a percent like "50"',
    ],
    ['ask-payment', { reference: 'x'.repeat(61) }, 'reference', 'is too long'],
    ['ask-approval', { reason: '' }, 'reason', 'must not be empty'],
    ['decide-approval', { decision: 'LATER' }, 'decision', 'must be APPROVE or REJECT'],
    ['hand-over', { handedOverOn: '' }, 'handedOverOn', 'must be a date like 2025-01-31'],
    ['hand-over', { receivedBy: '' }, 'receivedBy', 'must not be empty'],
    ['hand-over', { keySets: 0 }, 'keySets', 'must be at least 1'],
    ['hand-over', { keySets: 100 }, 'keySets', 'are too many'],
    [
      'move-title-case',
      { to: 'BLOCKED' },
      'to',
      'must be one of COLLECTING, TAX_PAID, SUBMITTED, ACCEPTED, ISSUED, DELIVERED',
    ],
    [
      'block-title-case',
      { because: 'WEATHER' },
      'because',
      'must be one of UNPAID, BUILDING_MORTGAGE, MISSING_DOCUMENT, OTHER',
    ],
    ['apply-title-list', { rows: [] }, 'rows', 'must not be empty'],
    ['apply-title-list', { fileHash: 'x' }, 'fileHash', 'must be the digest that reading the file gave'],
    [
      'draft-engineering-change',
      { silenceMeans: 'NOTHING' },
      'silenceMeans',
      'must be one of ACCEPTED, OBJECTED',
    ],
    ['send-engineering-change', { unitIds: [] }, 'unitIds', 'must not be empty'],
    [
      'answer-engineering-change',
      { answer: 'SILENT' },
      'answer',
      'must be one of ACCEPTED, OBJECTED, RESCINDING',
    ],
    ['release-units', { unitIds: [] }, 'unitIds', 'must name a unit'],
    ['release-units', { unitIds: Array(2_001).fill(ID) }, 'unitIds', 'are too many at once'],
    ['release-units', { unitIds: [ID, 'A-101'] }, 'unitIds.1', 'must be the id of a record'],
    ['hold-unit', { kind: 'LEGAL' }, 'kind', 'must be SALES or VIP'],
    ['extend-hold', { until: 'later' }, 'until', 'must be a time like 2025-01-31T09:00:00Z'],
    ['freeze-unit', { reason: ' ' }, 'reason', 'must not be empty'],
    ['draw-lottery', { seed: 'lucky' }, 'seed', 'must be a number, decimal or hexadecimal'],
    ['draw-lottery', { seed: '1'.repeat(129) }, 'seed', 'must have at most 128 digits'],
    ['certify-milestone', { milestoneId: 'TOP_OUT' }, 'milestoneId', 'must be the id of a record'],
    ['certify-milestone', { certifiedOn: 'today' }, 'certifiedOn', 'must be a date like 2025-01-31'],
  ])('%s %j', (name, changes, field, problem) => {
    expect(parse(name, { ...LEAST[name], ...changes })).toEqual(invalid(field, problem));
  });
});

describe('a field that is right', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['reserve-unit', { buyerName: '  Lin Mei ' }, { buyerName: 'Lin Mei' }],
    ['reserve-unit', { price: ' 500000.00 ' }, { price: '500000.00' }],
    [
      'reserve-unit',
      { validUntil: '2025-03-02T10:00:00+08:00' },
      { validUntil: '2025-03-02T10:00:00+08:00' },
    ],
    ['sign-contract', { number: ' C-2025-001 ' }, { number: 'C-2025-001' }],
    ['sign-contract', { signedOn: '2024-02-29' }, { signedOn: '2024-02-29' }],
    ['record-receipt', { amount: '999999999999999.99' }, { amount: '999999999999999.99' }],
    ['record-receipt', { allowPrepayment: true }, { allowPrepayment: true }],
    ['hand-over', { keySets: 99, remark: '' }, { keySets: 99, remark: '' }],
  ])('%s %j is read as %j', (name, changes, expected) => {
    expect(parse(name, { ...LEAST[name], ...changes })).toMatchObject({ plan: expected });
  });

  it('the same input written with blanks has the same fingerprint: it is trimmed before', () => {
    const [one, other] = ['C-1', ' C-1 '].map((number) =>
      parse('sign-contract', { ...LEAST['sign-contract'], number }),
    );
    expect(one).toEqual(other);
  });
});

describe('an amount of an input', () => {
  it('is read in the currency of its record', () => {
    expect(inputMoney('amount', '1234.50', 'EUR')).toEqual({ plan: money(123450n, 'EUR') });
    expect(inputMoney('amount', '1234', 'JPY')).toEqual({ plan: money(1234n, 'JPY') });
  });

  it.each([
    ['1.005', 'EUR', /has more than 2 decimal places/],
    ['0.5', 'JPY', /has more than 0 decimal places/],
    ['abc', 'EUR', /is not an amount/],
  ])('%s %s is refused by its field', (value, currency, problem) => {
    expect(inputMoney('price', value, currency)).toEqual({
      refused: { code: 'INVALID_INPUT', field: 'price', problem: expect.stringMatching(problem) },
    });
  });
});
