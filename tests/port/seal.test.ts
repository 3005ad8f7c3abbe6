import fc from 'fast-check';
import { pick } from 'lodash';
import { describe, expect, it } from 'vitest';
import { money } from '#domain/shared/money.ts';
import { type GuardedObject, SEALED } from '#port/guarded.ts';
import { type ObjectName, RECORDS, type RecordOf } from '#port/records.ts';
import { driftOf, hasSeal, sealOf, touchesSeal, unseal } from '#port/seal.ts';

const GUARDED = Object.keys(SEALED) as GuardedObject[];

type Kind = { kind: string; empty?: unknown };
type Values = Record<string, unknown>;

const anyMoney = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.constantFrom('EUR', 'JPY', 'KWD'))
  .map(([minor, currency]) => money(minor, currency));

function anyValue({ kind, empty }: Kind): fc.Arbitrary<unknown> {
  if (kind === 'money') return fc.option(anyMoney);
  if (empty !== undefined) return fc.constantFrom(String(empty), 'another text', '2025', 'ACTIVE');
  return fc.constantFrom(null, '2025-03-01', '2025-03-01T02:00:00.000Z', '7b3f1f0c', 12, 0);
}

/** Any record of an object, its guarded fields and all others. */
function anyRecord(object: GuardedObject): fc.Arbitrary<Values> {
  const fields = Object.entries(RECORDS[object] as Record<string, Kind>).filter(([name]) => name !== 'seal');
  return fc.record({
    id: fc.constant('7b3f1f0c-0000-4000-8000-000000000000'),
    ...Object.fromEntries(fields.map(([name, kind]) => [name, anyValue(kind)])),
    seal: fc.constant(null),
  });
}

const asRecord = <O extends ObjectName>(values: Values) => values as unknown as RecordOf<O>;
/** The seal as it comes back from the workspace. */
const stored = (values: Values, seal: unknown): Values => ({
  ...values,
  seal: JSON.parse(JSON.stringify(seal)),
});
const sealedFields = (object: GuardedObject, values: object) => pick(values, [...SEALED[object]]);

describe.each(GUARDED)('the seal of %s', (object) => {
  it('sealed and unsealed, its guarded fields are what they were', () => {
    fc.assert(
      fc.property(anyRecord(object), (record) => {
        const back = unseal(object, asRecord(stored(record, sealOf(object, record))));
        expect(sealedFields(object, back)).toEqual(sealedFields(object, record));
      }),
    );
  });

  it("a hand's values in the columns change nothing: the seal decides", () => {
    fc.assert(
      fc.property(anyRecord(object), anyRecord(object), (record, byHand) => {
        const changed = { ...record, ...sealedFields(object, byHand) };
        const back = unseal(object, asRecord(stored(changed, sealOf(object, record))));
        expect(sealedFields(object, back)).toEqual(sealedFields(object, record));
      }),
    );
  });

  it('everything else of the record comes from the columns', () => {
    fc.assert(
      fc.property(anyRecord(object), anyRecord(object), (record, byHand) => {
        const others = Object.keys(record).filter(
          (name) => name !== 'seal' && !(SEALED[object] as readonly string[]).includes(name),
        );
        const changed = { ...record, ...pick(byHand, others) };
        const back = unseal(object, asRecord(stored(changed, sealOf(object, record))));
        expect(pick(back, others)).toEqual(pick(byHand, others));
      }),
    );
  });

  it('nothing drifts from itself, and a seal drifts from the columns in just the fields that differ', () => {
    fc.assert(
      fc.property(anyRecord(object), (record) => {
        expect(driftOf(object, asRecord(record), asRecord(record))).toEqual([]);
        for (const name of SEALED[object]) {
          const changed = { ...record, [name]: 'by hand' };
          expect(driftOf(object, asRecord(record), asRecord(changed))).toEqual([name]);
        }
      }),
    );
  });

  it('without a seal its guarded fields are at their beginning, whatever the columns say', () => {
    fc.assert(
      fc.property(anyRecord(object), (byHand) => {
        const back = unseal(object, asRecord(byHand)) as unknown as Values;
        for (const name of SEALED[object]) {
          const { empty = null } = (RECORDS[object] as Record<string, Kind>)[name] ?? {};
          expect(back[name]).toEqual(empty);
        }
      }),
    );
  });
});

describe('the seal as it is stored', () => {
  it('holds amounts as decimal texts with their currency, so that JSON keeps them exactly', () => {
    const record = { state: 'CLEARED', amount: money(123456789012345678n, 'EUR') };
    expect(sealOf('receipt', record)).toEqual({
      state: 'CLEARED',
      externalId: null,
      contractId: null,
      reservationId: null,
      queueTicketId: null,
      amount: { amount: '1234567890123456.78', currency: 'EUR' },
      method: null,
      receivedOn: null,
      valueOn: null,
      bookedOn: null,
      fund: null,
      allowPrepayment: null,
      firstTo: null,
      source: null,
      closedOn: null,
    });
  });

  it('holds other objects as they are, amounts among their fields included', () => {
    const payload = { contractId: 'c', amount: '100.00', currency: 'EUR' };
    const values = { id: '1', state: 'PENDING', command: 'record-refund', payload };
    const back = unseal('approval', asRecord<'approval'>(stored(values, sealOf('approval', values))));
    expect(back.payload).toEqual(payload);
  });

  it('leaves totals out: they are worked out again instead (C1.7)', () => {
    const seal = sealOf('installment', { amount: money(1n, 'EUR'), paid: money(1n, 'EUR'), state: 'PAID' });
    expect(Object.keys(seal ?? {})).toEqual([
      'contractId',
      'seq',
      'chargeType',
      'dueOn',
      'amount',
      'closedAs',
      'anchor',
      'milestoneId',
      'monthsAfter',
      'daysAfter',
    ]);
  });

  it.each<ObjectName>(['project', 'unitLock', 'paymentPlan', 'auditEntry', 'person'])(
    '%s has none',
    (object) => {
      expect(sealOf(object, { name: 'Any' })).toBeNull();
      expect(touchesSeal(object, { name: 'Any', state: 'DONE' })).toBe(false);
    },
  );

  it.each([
    [{ seal: {} }, true],
    [{ seal: { state: 'ACTIVE' } }, true],
    [{ seal: null }, false],
    [{ seal: 'ACTIVE' }, false],
    [{}, false],
  ])('%j is sealed: %s', (record, expected) => {
    expect(hasSeal(record)).toBe(expected);
  });
});

describe('a change', () => {
  it.each<[GuardedObject, object, boolean]>([
    ['installment', { paid: money(1n, 'EUR'), state: 'PAID', settledOn: '2025-03-01' }, false],
    ['installment', { dueOn: null }, true],
    ['contract', { paid: money(1n, 'EUR'), prepaid: money(1n, 'EUR') }, false],
    ['contract', { state: 'SIGNED' }, true],
    ['reservation', { depositPaid: money(1n, 'EUR'), closedAt: null }, false],
    ['reservation', { state: 'EXPIRED', closeReason: '' }, true],
    ['installment', { lateFee: money(1n, 'EUR'), lateFeeUpTo: null, credited: null }, false],
    ['installment', { closedAs: 'WAIVED' }, true],
    ['installment', { chargeType: 'TAX' }, true],
    ['contract', { lateFee: money(1n, 'EUR'), overdue: money(1n, 'EUR'), overdueSince: null }, false],
    ['contract', { lateFeeRate: 0 }, true],
    ['contract', { virtualAccount: '6222', dunningPausedUntil: null }, false],
    ['receipt', { allocated: money(1n, 'EUR') }, false],
    ['receipt', { valueOn: null }, true],
    ['refund', { remark: 'By cheque' }, false],
    ['refund', { state: 'REVERSED' }, true],
    ['approval', { outcome: 'Done' }, false],
    ['approval', { payload: {} }, true],
    ['unit', { listPrice: money(1n, 'EUR') }, false],
    ['unit', { heldUntil: null }, true],
    ['unit', {}, false],
  ])('of %s to %o touches the seal: %s', (object, to, expected) => {
    expect(touchesSeal(object, to)).toBe(expected);
  });
});

describe('drift', () => {
  const unit = (changes: Values) =>
    asRecord<'unit'>({ state: 'AVAILABLE', holder: '', heldUntil: null, releasedAt: null, ...changes });

  it.each<[string, Values, Values, string[]]>([
    ['nothing', {}, {}, []],
    ['a card that was dragged', {}, { state: 'CONTRACTED' }, ['state']],
    ['the same instant, written differently', at('2025-03-01T02:00:00.000Z'), at('2025-03-01T02:00:00Z'), []],
    ['the same instant with an offset', at('2025-03-01T02:00:00.000Z'), at('2025-03-01T10:00:00+08:00'), []],
    ['another second', at('2025-03-01T02:00:00.000Z'), at('2025-03-01T02:00:01.000Z'), ['heldUntil']],
    ['an empty text stored as nothing', { holder: '' }, { holder: null }, []],
    ['two fields', {}, { holder: 'Lin Mei', state: 'HELD' }, ['state', 'holder']],
    ['a field that nobody guards', {}, { listPrice: money(1n, 'EUR') }, []],
  ])('%s', (_name, sealed, columns, names) => {
    expect(driftOf('unit', unit(sealed), unit(columns))).toEqual(names);
  });

  function at(heldUntil: string): Values {
    return { heldUntil };
  }

  it.each([
    ['the same amount', money(100n, 'EUR'), []],
    ['a cent more', money(101n, 'EUR'), ['amount']],
    ['another currency', money(100n, 'USD'), ['amount']],
    ['no amount', null, ['amount']],
  ])('of an amount: %s', (_name, byHand, names) => {
    const receipt = (amount: unknown) => asRecord<'receipt'>({ state: 'CLEARED', amount });
    expect(driftOf('receipt', receipt(money(100n, 'EUR')), receipt(byHand))).toEqual(names);
  });
});

describe('a seal of an older version', () => {
  it('leaves a field that it does not know as stored, so that an upgrade loses nothing', () => {
    const stored = {
      id: '1',
      contractId: 'c',
      seq: 1,
      dueOn: null,
      amount: money(100n, 'EUR'),
      anchor: 'MILESTONE',
      milestoneId: 'm',
      monthsAfter: 2,
      daysAfter: 30,
      seal: { contractId: 'c', seq: 1, dueOn: null, amount: { amount: '1.00', currency: 'EUR' } },
    } as never;
    expect(unseal('installment', stored)).toMatchObject({
      anchor: 'MILESTONE',
      milestoneId: 'm',
      monthsAfter: 2,
      daysAfter: 30,
    });
    expect(driftOf('installment', unseal('installment', stored), stored)).toEqual([]);
  });
});
