import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideReserve, type ReserveRequest } from '#domain/deal/index.ts';
import type { UnitLock, UnitState } from '#domain/inventory/index.ts';
import { money } from '#domain/shared/money.ts';
import { day, eur } from '../amounts.ts';

const NOW = new Date('2025-03-01T02:00:00.000Z');

type Changes = Partial<Omit<ReserveRequest, 'unit' | 'project'>> & {
  unit?: Partial<ReserveRequest['unit']>;
  project?: Partial<ReserveRequest['project']>;
};

function reserve({ unit = {}, project = {}, ...changes }: Changes = {}) {
  return decideReserve({
    unit: {
      id: 'unit 1',
      name: 'A-101',
      state: 'AVAILABLE',
      listPrice: eur('500000.00'),
      floorPrice: eur('470000.00'),
      filedPrice: eur('520000.00'),
      ...unit,
    },
    project: {
      name: 'Harbour View',
      permitRequired: true,
      permitNumber: 'P-2025-17',
      permitExpiresOn: day('2025-03-01'),
      timeZone: 'UTC',
      holdHours: 48,
      depositAsked: eur('20000.00'),
      smallDepositHours: null,
      smallDepositAsked: eur('5000.00'),
      ...project,
    },
    projectId: 'project 1',
    takesOver: false,
    stateBefore: null,
    stage: 'LARGE',
    discounts: [],
    withApproval: false,
    lock: null,
    reservationId: 'reservation 2',
    now: NOW,
    hasBuyer: true,
    price: null,
    depositAsked: null,
    validUntil: null,
    maySetPrice: false,
    ...changes,
  });
}

const lock = (changes: Partial<UnitLock> = {}): UnitLock => ({
  id: 'lock 1',
  holderKind: 'RESERVATION',
  holderId: 'reservation 1',
  holderName: 'Lin Mei',
  heldUntil: '2025-03-02T02:00:00.000Z',
  ...changes,
});

const until = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

describe('reserving a unit (C4)', () => {
  it('takes the list price, the deposit of the project and its hours', () => {
    expect(reserve()).toEqual({
      plan: {
        stage: 'LARGE',
        listPrice: eur('500000.00'),
        price: eur('500000.00'),
        steps: [],
        needsApproval: false,
        depositAsked: eur('20000.00'),
        validUntil: until(48),
        displaced: null,
      },
    });
  });

  it('holds for 24 hours and asks for no deposit where the project says nothing (E4)', () => {
    expect(reserve({ project: { holdHours: null, depositAsked: null } })).toMatchObject({
      plan: { depositAsked: eur('0.00'), validUntil: until(24) },
    });
  });

  it('takes what the request says before what the project says', () => {
    const asked = { depositAsked: eur('25000.00'), validUntil: until(3) };
    expect(reserve(asked)).toMatchObject({ plan: asked });
  });

  it.each<UnitState>([
    'PLANNED',
    'CONTROLLED',
    'HELD',
    'SMALL_RESERVED',
    'LARGE_RESERVED',
    'CONTRACTED',
    'HANDED_OVER',
    'TITLED',
    'FROZEN',
  ])('a unit that is %s is not for sale', (state) => {
    expect(reserve({ unit: { state } })).toEqual({
      refused: { code: 'UNIT_NOT_FOR_SALE', unit: 'A-101', state },
    });
  });

  it('without a buyer nothing is reserved', () => {
    expect(reserve({ hasBuyer: false })).toEqual({ refused: { code: 'NO_BUYER', unit: 'A-101' } });
  });

  it('a unit without a list price is not reserved, even at a price that a manager names', () => {
    const request = { unit: { listPrice: null }, price: eur('500000.00'), maySetPrice: true };
    expect(reserve(request)).toEqual({ refused: { code: 'UNIT_HAS_NO_PRICE', unit: 'A-101' } });
  });

  it.each([
    ['now', NOW],
    ['in the past', until(-1)],
  ])('an end that is %s is refused', (_name, validUntil) => {
    expect(reserve({ validUntil })).toEqual({
      refused: { code: 'INVALID_INPUT', field: 'validUntil', problem: 'must be in the future' },
    });
  });

  it('a deposit in another currency is refused', () => {
    expect(reserve({ depositAsked: money(20_000n, 'JPY') })).toEqual({
      refused: { code: 'CURRENCY_MISMATCH', expected: 'EUR', given: 'JPY' },
    });
  });
});

describe('the pre-sale permit of the project (D6)', () => {
  it('is needed to reserve', () => {
    expect(reserve({ project: { permitNumber: '' } })).toEqual({
      refused: { code: 'PERMIT_REQUIRED', project: 'Harbour View' },
    });
  });

  it('ends with its last day in the time zone of the project, not in UTC', () => {
    const justAfterMidnightInTaipei = new Date('2025-03-01T16:00:00.000Z');
    expect(reserve({ now: justAfterMidnightInTaipei })).toHaveProperty('plan');
    expect(reserve({ now: justAfterMidnightInTaipei, project: { timeZone: 'Asia/Taipei' } })).toEqual({
      refused: {
        code: 'PERMIT_EXPIRED',
        project: 'Harbour View',
        permit: 'P-2025-17',
        expiredOn: '2025-03-01',
      },
    });
  });

  it('counts days in UTC for a project without a time zone', () => {
    expect(reserve({ project: { timeZone: '' } })).toHaveProperty('plan');
  });
});

describe('the agreed price (C4)', () => {
  it('the list price said aloud is nobody’s discount', () => {
    expect(reserve({ price: eur('500000.00') })).toMatchObject({ plan: { price: eur('500000.00') } });
  });

  it.each(['499999.99', '500000.01'])('%s is not for a salesperson to agree on', (price) => {
    expect(reserve({ price: eur(price) })).toEqual({
      refused: { code: 'PRICE_NOT_YOURS_TO_SET', unit: 'A-101', listPrice: '500000.00' },
    });
  });

  it.each([
    ['470000.00', { plan: expect.objectContaining({ price: eur('470000.00') }) }],
    ['469999.99', { refused: { code: 'PRICE_BELOW_FLOOR', unit: 'A-101', price: '469999.99' } }],
    ['520000.00', { plan: expect.objectContaining({ price: eur('520000.00') }) }],
    [
      '520000.01',
      { refused: { code: 'PRICE_ABOVE_FILED', unit: 'A-101', price: '520000.01', filed: '520000.00' } },
    ],
  ])('a manager agrees on %s between the floor and the filed price', (price, decision) => {
    expect(reserve({ price: eur(price), maySetPrice: true })).toEqual(decision);
  });

  it('a list price above the filed one is refused too (D6)', () => {
    expect(reserve({ unit: { filedPrice: eur('499999.99') } })).toMatchObject({
      refused: { code: 'PRICE_ABOVE_FILED' },
    });
  });

  it('a list price below the floor is refused too', () => {
    expect(reserve({ unit: { floorPrice: eur('500000.01') } })).toMatchObject({
      refused: { code: 'PRICE_BELOW_FLOOR' },
    });
  });

  it('a price in another currency is refused, whoever asks', () => {
    expect(reserve({ price: money(500_000n, 'JPY'), maySetPrice: true })).toEqual({
      refused: { code: 'CURRENCY_MISMATCH', expected: 'EUR', given: 'JPY' },
    });
  });

  it('the refusal of a price below the floor does not give the floor away (C5)', () => {
    expect(JSON.stringify(reserve({ price: eur('1.00'), maySetPrice: true }))).not.toContain('470000');
  });
});

describe('a unit that somebody has (C3)', () => {
  it('is refused with the holder and until when', () => {
    expect(reserve({ lock: lock(), unit: { state: 'LARGE_RESERVED' } })).toEqual({
      refused: {
        code: 'UNIT_TAKEN',
        unit: 'A-101',
        holder: 'Lin Mei',
        until: '2025-03-02T02:00:00.000Z',
      },
    });
  });

  it('a contract holds it without an end', () => {
    const held = lock({ holderKind: 'CONTRACT', holderId: 'contract 1', heldUntil: null });
    expect(reserve({ lock: held, unit: { state: 'CONTRACTED' } })).toMatchObject({
      refused: { code: 'UNIT_TAKEN', until: null },
    });
  });

  it('a holder whose time is over is displaced at once, at the very millisecond (E4)', () => {
    const over = lock({ heldUntil: NOW.toISOString() });
    expect(reserve({ lock: over, unit: { state: 'LARGE_RESERVED' } })).toMatchObject({
      plan: { displaced: over },
    });
    const lastMoment = lock({ heldUntil: new Date(NOW.getTime() + 1).toISOString() });
    expect(reserve({ lock: lastMoment })).toMatchObject({ refused: { code: 'UNIT_TAKEN' } });
  });

  it('its own lock, of a run that was cut off, never stands in its way and displaces nobody', () => {
    const own = lock({ holderId: 'reservation 2' });
    expect(reserve({ lock: own, unit: { state: 'AVAILABLE' } })).toMatchObject({ plan: { displaced: null } });
    expect(reserve({ lock: own, unit: { state: 'LARGE_RESERVED' } })).toMatchObject({
      plan: { displaced: null },
    });
  });

  it('is never given away before its time, whatever else the request says', () => {
    fc.assert(
      fc.property(
        fc.record({
          hasBuyer: fc.boolean(),
          maySetPrice: fc.boolean(),
          price: fc.constantFrom(null, eur('500000.00'), eur('480000.00')),
          validUntil: fc.constantFrom(null, until(1), until(1_000)),
        }),
        fc.constantFrom<UnitState>('AVAILABLE', 'HELD', 'LARGE_RESERVED', 'CONTRACTED', 'PLANNED'),
        fc.integer({ min: 1, max: 1_000_000_000 }),
        (changes, state, leftMs) => {
          const held = lock({ heldUntil: new Date(NOW.getTime() + leftMs).toISOString() });
          expect(reserve({ ...changes, unit: { state }, lock: held })).toMatchObject({
            refused: { code: 'UNIT_TAKEN' },
          });
        },
      ),
    );
  });
});
