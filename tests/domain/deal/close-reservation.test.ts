import { describe, expect, it } from 'vitest';
import {
  decideCancel,
  decideExpire,
  RESERVATION_TRANSITIONS,
  type ReservationState,
} from '#domain/deal/index.ts';
import { statesOf } from '#domain/shared/state-machine.ts';

const NOW = new Date('2025-03-02T02:00:00.000Z');
const OVER = NOW.toISOString();

const reservation = (state: ReservationState, validUntil: string | null = OVER) => ({
  name: 'A-101 · Lin Mei',
  state,
  validUntil,
});

const closed = (state: ReservationState) => ({
  refused: { code: 'RESERVATION_CLOSED', reservation: 'A-101 · Lin Mei', state },
});

describe('cancelling a reservation (C4)', () => {
  it.each<ReservationState>(['DRAFT', 'PENDING_APPROVAL', 'ACTIVE'])(
    'one that is %s is cancelled, in time or not',
    (state) => {
      const plan = { plan: { state: 'CANCELLED_REFUND' } };
      expect(decideCancel(reservation(state))).toEqual(plan);
      expect(decideCancel(reservation(state, null))).toEqual(plan);
    },
  );

  it.each<ReservationState>(['CONVERTED', 'CANCELLED_REFUND', 'FORFEITED'])(
    'one that is %s is closed already',
    (state) => {
      expect(decideCancel(reservation(state))).toEqual(closed(state));
    },
  );
});

describe('expiring a reservation (C4)', () => {
  it.each<ReservationState>(['ACTIVE', 'PENDING_APPROVAL'])('one that is %s expires at its end', (state) => {
    expect(decideExpire(reservation(state), NOW)).toEqual({ plan: { state: 'EXPIRED' } });
  });

  it('one that is valid for another millisecond does not (E4)', () => {
    const until = '2025-03-02T02:00:00.001Z';
    expect(decideExpire(reservation('ACTIVE', until), NOW)).toEqual({
      refused: { code: 'RESERVATION_STILL_VALID', reservation: 'A-101 · Lin Mei', until },
    });
  });

  it('one without an end never expires', () => {
    expect(decideExpire(reservation('ACTIVE', null), NOW)).toMatchObject({
      refused: { code: 'RESERVATION_STILL_VALID' },
    });
  });

  it.each(
    statesOf(RESERVATION_TRANSITIONS).filter((state) => !['ACTIVE', 'PENDING_APPROVAL'].includes(state)),
  )('one that is %s does not expire', (state) => {
    expect(decideExpire(reservation(state), NOW)).toEqual(closed(state));
  });

  it('what has expired once does not expire again, and what is signed never does (E21.5)', () => {
    expect(decideExpire(reservation('EXPIRED'), NOW)).toEqual(closed('EXPIRED'));
    expect(decideExpire(reservation('CONVERTED'), NOW)).toEqual(closed('CONVERTED'));
  });
});
