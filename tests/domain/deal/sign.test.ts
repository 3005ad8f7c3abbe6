import { describe, expect, it } from 'vitest';
import { decideSign, type ReservationState, type SignRequest } from '#domain/deal/index.ts';
import type { UnitLock } from '#domain/inventory/index.ts';
import { day, eur } from '../amounts.ts';

const NOW = new Date('2025-03-01T02:00:00.000Z');

const lock = (changes: Partial<UnitLock> = {}): UnitLock => ({
  id: 'lock 1',
  holderKind: 'RESERVATION',
  holderId: 'reservation 1',
  holderName: 'Lin Mei',
  heldUntil: '2025-03-02T02:00:00.000Z',
  ...changes,
});

type Changes = Partial<Omit<SignRequest, 'reservation'>> & {
  reservation?: Partial<SignRequest['reservation']>;
};

function sign({ reservation = {}, ...changes }: Changes = {}) {
  return decideSign({
    reservation: {
      id: 'reservation 1',
      name: 'A-101 · Lin Mei',
      state: 'ACTIVE',
      stage: 'LARGE',
      price: eur('500000.00'),
      validUntil: '2025-03-02T02:00:00.000Z',
      ...reservation,
    },
    unit: { name: 'A-101', state: 'LARGE_RESERVED' },
    hasBuyer: true,
    quotedPrice: eur('500000.00'),
    project: null,
    lock: lock(),
    contractId: 'contract 1',
    number: 'C-2025-001',
    numberHeldBy: null,
    signedOn: day('2025-03-01'),
    today: day('2025-03-01'),
    now: NOW,
    ...changes,
  });
}

describe('what has to be right before signing (C4)', () => {
  it.each<[string, Changes, Record<string, unknown>]>([
    [
      'a price that waits for approval',
      { reservation: { state: 'PENDING_APPROVAL' } },
      { code: 'PRICE_NOT_APPROVED', reservation: 'A-101 · Lin Mei', price: '500000.00' },
    ],
    [
      'a small deposit that was not upgraded',
      { reservation: { stage: 'SMALL' } },
      { code: 'UPGRADE_FIRST', reservation: 'A-101 · Lin Mei' },
    ],
    [
      'a frozen unit',
      { unit: { name: 'A-101', state: 'FROZEN' } },
      { code: 'STATE_NOT_ALLOWED', what: 'A-101', from: 'FROZEN', to: 'CONTRACTED' },
    ],
    ['nobody who buys', { hasBuyer: false }, { code: 'NO_BUYER', unit: 'A-101' }],
    [
      'a price that is a cent off the quote',
      { quotedPrice: eur('499999.99') },
      { code: 'APPROVAL_CHANGED', approval: 'A-101 · Lin Mei' },
    ],
    [
      'discounts that do not lead to any price',
      { quotedPrice: null },
      { code: 'APPROVAL_CHANGED', approval: 'A-101 · Lin Mei' },
    ],
    [
      'a lock that is being moved by somebody else',
      { lock: lock({ heldUntil: '2025-03-03T02:00:00.000Z' }) },
      { code: 'BUSY', what: 'A-101 · Lin Mei' },
    ],
  ])('%s stops it', (_what, changes, refused) => {
    expect(sign(changes)).toEqual({ refused });
  });
});

describe('signing a reservation (C4)', () => {
  it.each<ReservationState>(['ACTIVE'])('one that is %s becomes a contract', (state) => {
    expect(sign({ reservation: { state } })).toEqual({ plan: null });
  });

  it.each<ReservationState>(['DRAFT', 'CONVERTED', 'EXPIRED', 'CANCELLED_REFUND', 'FORFEITED'])(
    'one that is %s does not',
    (state) => {
      expect(sign({ reservation: { state } })).toEqual({
        refused: { code: 'RESERVATION_CLOSED', reservation: 'A-101 · Lin Mei', state },
      });
    },
  );

  it('one whose time is over does not, at the very millisecond (E4)', () => {
    const validUntil = NOW.toISOString();
    expect(sign({ reservation: { validUntil } })).toEqual({
      refused: { code: 'RESERVATION_EXPIRED', reservation: 'A-101 · Lin Mei', until: validUntil },
    });
    const oneMore = new Date(NOW.getTime() + 1).toISOString();
    expect(sign({ reservation: { validUntil: oneMore }, lock: lock({ heldUntil: oneMore }) })).toEqual({
      plan: null,
    });
  });

  it('one without an end never runs out', () => {
    expect(sign({ reservation: { validUntil: null }, lock: lock({ heldUntil: null }) })).toEqual({
      plan: null,
    });
  });

  it('a unit that somebody else has by now is refused with the holder (C3)', () => {
    const other = lock({ holderId: 'reservation 9', holderName: 'Chen Wei' });
    expect(sign({ lock: other })).toEqual({
      refused: {
        code: 'UNIT_TAKEN',
        unit: 'A-101',
        holder: 'Chen Wei',
        until: '2025-03-02T02:00:00.000Z',
      },
    });
  });

  it('a reservation that holds no lock is not signed', () => {
    expect(sign({ lock: null })).toHaveProperty('refused');
  });

  it('a date after today is refused; an earlier one is a matter of the paper', () => {
    expect(sign({ signedOn: day('2025-03-02') })).toEqual({
      refused: { code: 'DATE_IN_FUTURE', field: 'signedOn', date: '2025-03-02', today: '2025-03-01' },
    });
    expect(sign({ signedOn: day('2025-02-27') })).toEqual({ plan: null });
  });

  it('a number that another contract bears is refused', () => {
    expect(sign({ numberHeldBy: 'contract 9' })).toEqual({
      refused: { code: 'CONTRACT_NUMBER_TAKEN', number: 'C-2025-001' },
    });
  });

  it('its own number, of a run that was cut off, is no obstacle', () => {
    expect(sign({ numberHeldBy: 'contract 1' })).toEqual({ plan: null });
  });

  it('a run that was cut off after it took the lock goes on, though the reservation is over by now', () => {
    const taken = lock({ holderKind: 'CONTRACT', holderId: 'contract 1', heldUntil: null });
    const changes = { lock: taken, numberHeldBy: 'contract 1' };
    expect(sign({ ...changes, reservation: { state: 'CONVERTED' } })).toEqual({ plan: null });
    expect(sign({ ...changes, reservation: { validUntil: '2025-02-01T00:00:00.000Z' } })).toEqual({
      plan: null,
    });
  });
});
