import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { money } from '#domain/shared/money.ts';
import { plainDate } from '#domain/shared/plain-date.ts';
import { SEALED } from '#port/guarded.ts';
import { type ObjectName, RECORDS } from '#port/records.ts';
import {
  filterInput,
  loadedRecord,
  plural,
  pluralTypeName,
  selection,
  singular,
  storedRecord,
  typeName,
  writeData,
} from '#twenty/mapping.ts';
import { OBJECTS, shortName } from '../architecture/definitions.ts';

const NAMES = Object.keys(RECORDS) as ObjectName[];

describe('names in the API', () => {
  it.each(OBJECTS.filter((object) => shortName(object) in RECORDS))(
    '$nameSingular and $namePlural are what the object is called',
    (object) => {
      const name = shortName(object) as ObjectName;
      expect(singular(name)).toBe(object.nameSingular);
      expect(plural(name)).toBe(object.namePlural);
    },
  );

  it.each<[ObjectName, string, string]>([
    ['person', 'Person', 'People'],
    ['company', 'Company', 'Companies'],
    ['auditEntry', 'KeyturnAuditEntry', 'KeyturnAuditEntries'],
  ])('%s is %s, of many %s', (name, type, many) => {
    expect(typeName(name)).toBe(type);
    expect(pluralTypeName(name)).toBe(many);
  });
});

describe('a selection', () => {
  it.each(NAMES)('of %s asks for the id and for every field, amounts in their two parts', (name) => {
    const asked = selection(name);
    expect(() => parse(`{ one { ${asked} } }`)).not.toThrow();
    expect(asked.split(' ')[0]).toBe('id');
    for (const [field, { kind }] of Object.entries(RECORDS[name] as Record<string, { kind: string }>)) {
      if (kind === 'money') expect(asked).toContain(`${field} { amountMicros currencyCode }`);
      else expect(asked.split(/\s+/)).toContain(field);
    }
  });

  it('brings relations along, and theirs', () => {
    const schema = buildSchema(`
      type Query { one: Building }
      type Building { id: ID name: String code: String projectId: ID storeys: Int permitNumber: String permitExpiresOn: String plannedHandoverOn: String completionCertificate: String completedOn: String mortgagedTo: String project: Project }
      type Amount { amountMicros: Float currencyCode: String }
      type Project {
        id: ID name: String code: String city: String district: String currencyCode: String timeZone: String
        holdHours: Int depositAsked: Amount depositKind: String smallDepositAsked: Amount smallDepositHours: Int
        mostExtensions: Int extensionHours: Int holdsPerSalesperson: Int unitHoldHours: Int swapFee: Amount
        buyerChangeFee: Amount permitRequired: Boolean permitNumber: String permitExpiresOn: String
        allocationOrder: String lateFeeRate: Float lateFeeGraceDays: Int lateFeeGraceFrom: String
        lateFeeBandDays: Int lateFeeBandRate: Float lateFeeBandMode: String lateFeeCapPercent: Float
        weekend: String settlementRegime: String completionPercent: Float
        areaTolerancePercent: Float areaShortfallMultiplier: Float deemedDeliveryDays: Int titleFileDays: Int titleCertificateDays: Int
        serviceFrom: String serviceTo: String seasonStartsOn: String seasonEndsOn: String letterhead: String bankDetails: String
      }
    `);
    const document = parse(`{ one { ${selection('building', { project: true })} } }`);
    expect(validate(schema, document)).toEqual([]);
    expect(selection('reservation', { unit: { project: true } })).toMatch(
      /unit \{ deletedAt id .* project \{ id /,
    );
  });

  it('a relation that there is not is refused', () => {
    expect(() => selection('unit', { owner: true })).toThrow('unit has no relation owner');
  });
});

describe('a record as stored', () => {
  it('has its own kinds of values: amounts, texts that are never null, people by name', () => {
    const node = {
      id: '1',
      name: 'A-101',
      holder: null,
      state: 'HELD',
      listPrice: { amountMicros: 12_150_000_000_000, currencyCode: 'TWD' },
      floorPrice: { amountMicros: null, currencyCode: '' },
      filedPrice: null,
      floor: 0,
    };
    expect(storedRecord('unit', node)).toMatchObject({
      id: '1',
      name: 'A-101',
      holder: '',
      remark: '',
      state: 'HELD',
      kind: 'RESIDENCE',
      listPrice: money(1_215_000_000n, 'TWD'),
      floorPrice: null,
      filedPrice: null,
      floor: 0,
      heldUntil: null,
    });
    const person = (name: unknown) => storedRecord('person', { id: '1', name }).name;
    expect(person({ firstName: 'Mei', lastName: 'Lin' })).toBe('Mei Lin');
    expect(person({ firstName: '', lastName: 'Lin' })).toBe('Lin');
    expect(person(null)).toBe('');
  });

  it('digits that came as a text are read exactly', () => {
    const listPrice = { amountMicros: '12150000000000', currencyCode: 'TWD' };
    expect(storedRecord('unit', { id: '1', listPrice }).listPrice).toEqual(money(1_215_000_000n, 'TWD'));
  });
});

describe('a record as loaded', () => {
  const seal = {
    state: 'SIGNED',
    unitId: 'unit 1',
    reservationId: null,
    paymentPlanId: null,
    price: { amount: '500000.00', currency: 'EUR' },
    signedOn: '2025-03-01',
    completedOn: null,
  };

  it('has its decided fields from the seal and the others from the columns', () => {
    const node = {
      id: '1',
      name: 'C-1',
      state: 'CANCELLED',
      price: { amountMicros: 1_000_000, currencyCode: 'USD' },
      paid: { amountMicros: 2_000_000, currencyCode: 'EUR' },
      remark: 'by hand',
      seal,
    };
    expect(loadedRecord('contract', node)).toMatchObject({
      state: 'SIGNED',
      price: money(50_000_000n, 'EUR'),
      signedOn: '2025-03-01',
      paid: money(200n, 'EUR'),
      remark: 'by hand',
    });
  });

  it('so have the records that come along', () => {
    const unit = { id: 'u', name: 'A-101', state: 'AVAILABLE', seal: { state: 'CONTRACTED' }, project: null };
    const loaded = loadedRecord('contract', { id: '1', seal, unit }, { unit: { project: true } });
    expect(loaded.unit).toMatchObject({ id: 'u', state: 'CONTRACTED', project: null });
    expect(loadedRecord('contract', { id: '1', seal }, { unit: true }).unit).toBeNull();
  });
});

describe('values to write', () => {
  it('amounts go as micros, empty ones as two nothings', () => {
    expect(writeData('project', { depositAsked: money(2_000_000n, 'EUR') })).toEqual({
      depositAsked: { amountMicros: 20_000_000_000, currencyCode: 'EUR' },
    });
    expect(writeData('project', { depositAsked: null, name: 'Harbour View' })).toEqual({
      depositAsked: { amountMicros: null, currencyCode: null },
      name: 'Harbour View',
    });
  });

  it('a new record is sealed whole', () => {
    const row = { contractId: 'c', seq: 1, dueOn: plainDate('2025-03-01'), amount: money(100n, 'EUR') };
    expect(writeData('installment', { ...row, paid: money(0n, 'EUR') })).toEqual({
      ...row,
      amount: { amountMicros: 1_000_000, currencyCode: 'EUR' },
      paid: { amountMicros: 0, currencyCode: 'EUR' },
      seal: {
        contractId: 'c',
        seq: 1,
        chargeType: null,
        dueOn: '2025-03-01',
        amount: { amount: '1.00', currency: 'EUR' },
        closedAs: null,
        anchor: null,
        milestoneId: null,
        monthsAfter: null,
        daysAfter: null,
      },
    });
  });

  const base = { id: '1', state: 'ACTIVE', unitId: 'u', price: money(100n, 'EUR'), depositPaid: null };

  it('a change of a decided field seals the whole record anew, the other fields as they were loaded', () => {
    expect(writeData('reservation', { state: 'EXPIRED' }, base)).toEqual({
      state: 'EXPIRED',
      seal: {
        ...Object.fromEntries(SEALED.reservation.map((name) => [name, null])),
        state: 'EXPIRED',
        unitId: 'u',
        price: { amount: '1.00', currency: 'EUR' },
      },
    });
  });

  it('a change of a total leaves the seal alone, so that totals and decisions never overwrite each other', () => {
    expect(writeData('reservation', { depositPaid: money(5n, 'EUR') }, base)).toEqual({
      depositPaid: { amountMicros: 50_000, currencyCode: 'EUR' },
    });
  });

  it('a record without decided fields has no seal', () => {
    expect(writeData('unitLock', { lockKey: '', heldUntil: null })).toEqual({ lockKey: '', heldUntil: null });
  });
});

describe('a filter in the words of Twenty', () => {
  it.each([
    [{ id: '1' }, { id: { eq: '1' } }],
    [{ lockKey: '' }, { lockKey: { is: 'NULL' } }],
    [{ dueOn: null }, { dueOn: { is: 'NULL' } }],
    [{ lockKey: { not: '' } }, { lockKey: { is: 'NOT_NULL' } }],
    [{ state: { not: 'DRAFT' } }, { state: { neq: 'DRAFT' } }],
    [{ id: { in: ['1', '2'] } }, { id: { in: ['1', '2'] } }],
    [{ seq: 0 }, { seq: { eq: 0 } }],
    [{ isActive: false }, { isActive: { eq: false } }],
    [{ id: '1', state: 'DRAFT' }, { and: [{ id: { eq: '1' } }, { state: { eq: 'DRAFT' } }] }],
    [
      { milestone: { certifiedOn: { not: null } }, dueOn: null },
      { and: [{ milestone: { certifiedOn: { is: 'NOT_NULL' } } }, { dueOn: { is: 'NULL' } }] },
    ],
  ])('%j is %j', (filter, input) => {
    expect(filterInput(filter)).toEqual(input);
  });
});
