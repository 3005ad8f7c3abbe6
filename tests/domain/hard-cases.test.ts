/** Cases that an adversary or a careless day makes: found by an independent reading of the rules. */
import { describe, expect, it } from 'vitest';
import {
  decideCancel,
  decideReserve,
  decideSign,
  type ReserveRequest,
  type SignRequest,
} from '#domain/deal/index.ts';
import { decideHandOver, type HandOverRequest } from '#domain/handover/index.ts';
import {
  decideCertify,
  decideRelease,
  derivedState,
  UNIT_TRANSITIONS,
  type UnitLock,
} from '#domain/inventory/index.ts';
import { fromMicros, minorDigits, money, parseMoney, split } from '#domain/shared/money.ts';
import { dateIn, plainDate as day } from '#domain/shared/plain-date.ts';

const eur = (text: string) => parseMoney(text, 'EUR');
const NOW = new Date('2025-06-01T00:00:00Z');

const PROJECT = {
  name: 'P',
  permitRequired: false,
  permitNumber: '',
  permitExpiresOn: null,
  timeZone: 'UTC',
  holdHours: 24,
  depositAsked: eur('20.00'),
  smallDepositHours: null,
  smallDepositAsked: null,
};

function reserve(changes: Partial<ReserveRequest> & { unit?: ReserveRequest['unit'] } = {}) {
  return decideReserve({
    unit: {
      id: 'u',
      name: 'A-101',
      state: 'AVAILABLE',
      listPrice: eur('100.00'),
      floorPrice: null,
      filedPrice: null,
    },
    project: PROJECT,
    projectId: 'p',
    takesOver: false,
    stateBefore: null,
    stage: 'LARGE',
    discounts: [],
    withApproval: false,
    lock: null,
    reservationId: 'r',
    now: NOW,
    hasBuyer: true,
    price: null,
    depositAsked: null,
    validUntil: null,
    maySetPrice: false,
    ...changes,
  });
}

const UNIT: ReserveRequest['unit'] = {
  id: 'u',
  name: 'A-101',
  state: 'AVAILABLE',
  listPrice: eur('100.00'),
  floorPrice: null,
  filedPrice: null,
};

const staleLock: UnitLock = {
  id: 'l',
  holderKind: 'RESERVATION',
  holderId: 'x',
  holderName: 'Somebody',
  heldUntil: '2020-01-01T00:00:00Z',
};

const refusedWith = (code: string) => ({ refused: expect.objectContaining({ code }) });

describe('reserving', () => {
  it('a frozen unit is not reserved, not even over a lock whose time is over (C4)', () => {
    expect(reserve({ unit: { ...UNIT, state: 'FROZEN' }, lock: staleLock })).toEqual(
      refusedWith('UNIT_NOT_FOR_SALE'),
    );
  });

  it('a salesperson asks no less deposit than the project does; a manager may (C4)', () => {
    expect(reserve({ depositAsked: eur('19.99') })).toEqual(refusedWith('DEPOSIT_TOO_LOW'));
    expect(reserve({ depositAsked: eur('19.99'), maySetPrice: true })).toHaveProperty('plan');
  });

  it('nothing is sold for nothing', () => {
    expect(reserve({ unit: { ...UNIT, listPrice: eur('0.00') } })).toEqual(refusedWith('UNIT_HAS_NO_PRICE'));
    expect(reserve({ price: eur('0.00'), maySetPrice: true })).toEqual(refusedWith('INVALID_INPUT'));
  });

  it('a reservation does not last for ever', () => {
    expect(reserve({ validUntil: new Date('2999-01-01T00:00:00Z') })).toEqual(refusedWith('INVALID_INPUT'));
  });

  it('a floor price in another currency is a refusal, not a crash', () => {
    expect(reserve({ unit: { ...UNIT, floorPrice: money(1n, 'USD') } })).toEqual(
      refusedWith('CURRENCY_MISMATCH'),
    );
  });
});

describe('releasing, freezing and certifying', () => {
  it('a filed price in another currency is a refusal, not a crash', () => {
    const unit = {
      id: 'a',
      name: 'A',
      state: 'PLANNED' as const,
      listPrice: eur('1.00'),
      filedPrice: money(1n, 'USD'),
    };
    expect(decideRelease([unit], [], day('2025-01-01'))).toEqual(refusedWith('CURRENCY_MISMATCH'));
  });

  it('frozen stays frozen whoever has the unit, and a thaw gives back every state (C4: any -> FROZEN and back)', () => {
    expect(derivedState('FROZEN', { ...staleLock, holderKind: 'CONTRACT', heldUntil: null })).toBe('FROZEN');
    expect(UNIT_TRANSITIONS.FROZEN).toEqual(
      expect.arrayContaining(['HELD', 'SMALL_RESERVED', 'LARGE_RESERVED', 'CONTRACTED']),
    );
  });

  it.each([
    ['2025-04-01', 1, '2025-05-01', 2, 'MILESTONE_DATES_OUT_OF_ORDER'],
    ['2025-05-01', 1, '2025-05-01', 2, null],
    ['2025-06-01', 2, '2025-05-01', 1, 'MILESTONE_DATES_OUT_OF_ORDER'],
  ])('D2.5: certified as of %s beside step %i of %s: %s', (on, otherStep, otherOn, step, code) => {
    const milestone = { id: 'm', name: 'This', step, certifiedOn: null };
    const other = { id: 'o', name: 'Other', step: otherStep, certifiedOn: day(otherOn) };
    const decision = decideCertify({
      milestone,
      siblings: [milestone, other],
      certifiedOn: day(on),
      today: day('2025-07-01'),
      includeEarlier: false,
      paidInstallments: 0,
    });
    expect(decision).toEqual(code === null ? { plan: { certify: ['m'] } } : refusedWith(code));
  });
});

describe('signing and closing', () => {
  it('a permit that expired before the signing stops it (C4, D6)', () => {
    const request: SignRequest = {
      reservation: {
        id: 'r',
        name: 'R',
        state: 'ACTIVE',
        stage: 'LARGE',
        price: eur('1.00'),
        validUntil: null,
      },
      unit: { name: 'A-101', state: 'LARGE_RESERVED' },
      hasBuyer: true,
      quotedPrice: eur('1.00'),
      project: { name: 'P', permitRequired: true, permitNumber: 'N-1', permitExpiresOn: day('2025-01-01') },
      lock: { ...staleLock, holderId: 'r', heldUntil: null },
      contractId: 'c',
      number: 'C-1',
      numberHeldBy: null,
      signedOn: day('2025-06-01'),
      today: day('2025-06-01'),
      now: NOW,
    };
    expect(decideSign(request)).toEqual(refusedWith('PERMIT_EXPIRED'));
  });

  it('an expired reservation is not cancelled: what becomes of its deposit is for finance to decide (C4)', () => {
    const expired = { name: 'R', state: 'EXPIRED' as const, validUntil: null };
    expect(decideCancel(expired)).toEqual(refusedWith('RESERVATION_CLOSED'));
  });
});

describe('handing over', () => {
  const overdue: HandOverRequest['installments'][number] = {
    id: 'i',
    name: 'I',
    amount: eur('100.00'),
    paid: eur('0.00'),
    dueOn: day('2025-05-01'),
    anchor: 'SIGNING',
    monthsAfter: 0,
    daysAfter: 0,
  };
  const handOver = (on: string) =>
    decideHandOver({
      contract: { name: 'C', state: 'SIGNED', currency: 'EUR', signedOn: day('2025-02-01') },
      isResumed: false,
      installments: [overdue],
      prepaid: eur('0.00'),
      handedOverBefore: null,
      on: day(on),
      today: day('2025-06-30'),
    });

  it('an earlier date on the protocol forgives nothing that is due today (C4)', () => {
    expect(handOver('2025-04-30')).toEqual(refusedWith('DUE_NOT_PAID'));
  });

  it('nobody gets keys before the contract was signed', () => {
    expect(handOver('2025-01-31')).toEqual(refusedWith('INVALID_INPUT'));
  });
});

describe('money and time', () => {
  it('a few cents over many parts: no part is negative and the sum holds (E21.11)', () => {
    const parts = split(eur('0.03'), [1n, 1n, 1n, 1n, 1n]);
    expect(parts.map(({ minor }) => minor)).toEqual([0n, 0n, 0n, 0n, 3n]);
  });

  it('CLF and UYW have four minor digits (ISO 4217)', () => {
    expect([minorDigits('CLF'), minorDigits('UYW')]).toEqual([4, 4]);
  });

  it.each(['', 'abc', '1.5'])('"%s" is no number of millionths', (text) => {
    expect(() => fromMicros(text, 'EUR')).toThrow(RangeError);
  });

  it('a typo in a time zone counts as UTC and stops nobody', () => {
    expect(dateIn(new Date('2025-03-01T23:30:00Z'), 'Asia/Taipe')).toBe('2025-03-01');
  });
});
