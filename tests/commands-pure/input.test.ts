import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_COMMANDS } from '#commands/index.ts';
import { inputMoney, parseInput } from '#commands/system/input.ts';
import { money } from '#domain/shared/money.ts';
import { RIGHTS } from '#domain/system/index.ts';

const ID = '7b3f1f0c-3f63-4a65-a481-7b221040253d';
const requestId = 'request-1';

/** The least that each command takes. */
const LEAST: Record<string, Record<string, unknown>> = {
  'release-units': { requestId, unitIds: [ID] },
  'certify-milestone': { requestId, milestoneId: ID, certifiedOn: '2025-06-10' },
  'reserve-unit': { requestId, unitId: ID },
  'cancel-reservation': { requestId, reservationId: ID, reason: 'Changed his mind' },
  'expire-reservation': { requestId, reservationId: ID },
  'sign-contract': { requestId, reservationId: ID, planId: ID, number: 'C-1', signedOn: '2025-03-01' },
  'record-receipt': { requestId, contractId: ID, amount: '100.00', method: 'CASH', receivedOn: '2025-03-01' },
  'hand-over': { requestId, contractId: ID, handedOverOn: '2025-06-30', receivedBy: 'Lin Mei', keySets: 3 },
};

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
      expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(title).toMatch(/^[A-Z][a-z ]+$/);
      expect(RIGHTS).toContain(right);
    }
  });

  it.each(ALL_COMMANDS)('$name takes the least that it needs, as it is', ({ name }) => {
    expect(parse(name, LEAST[name])).toEqual({ plan: LEAST[name] });
  });

  it.each(ALL_COMMANDS)('$name names the field that is missing, whichever it is', ({ name }) => {
    for (const field of Object.keys(LEAST[name] ?? {})) {
      if (name === 'record-receipt' && field === 'contractId') continue;
      const { [field]: _left, ...rest } = LEAST[name] ?? {};
      const problem = field === 'method' ? expect.stringMatching(/^must be one of/) : 'is missing';
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
    expect(id).toBe(ID);
    expect(kind).toMatch(/^[a-z]+$/i);
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
    ['hand-over', { handedOverOn: '' }, 'handedOverOn', 'must be a date like 2025-01-31'],
    ['hand-over', { receivedBy: '' }, 'receivedBy', 'must not be empty'],
    ['hand-over', { keySets: 0 }, 'keySets', 'must be at least 1'],
    ['hand-over', { keySets: 100 }, 'keySets', 'are too many'],
    ['release-units', { unitIds: [] }, 'unitIds', 'must name a unit'],
    ['release-units', { unitIds: Array(2_001).fill(ID) }, 'unitIds', 'are too many at once'],
    ['release-units', { unitIds: [ID, 'A-101'] }, 'unitIds.1', 'must be the id of a record'],
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
