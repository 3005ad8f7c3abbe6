import { describe, expect, it } from 'vitest';
import { ENGLISH } from '#tests/widgets/fixtures/words.ts';
import { EMPTY_RESERVATION, readReservation } from '#widgets/shared/reservation/reservation-draft.ts';

const ada = { id: 'p1', name: 'Ada Lovelace' };

describe('what is entered to reserve a unit', () => {
  it('needs a buyer and nothing else', () => {
    expect(readReservation(EMPTY_RESERVATION, ENGLISH)).toMatchObject({
      input: null,
      wrong: { buyer: expect.any(String) },
    });
    expect(readReservation({ ...EMPTY_RESERVATION, buyer: ada }, ENGLISH).input).toEqual({ buyerId: 'p1' });
  });

  it('sends the name alone when nobody is linked', () => {
    const buyer = { id: null, name: 'Walk-in' };
    expect(readReservation({ ...EMPTY_RESERVATION, buyer }, ENGLISH).input).toEqual({ buyerName: 'Walk-in' });
  });

  it('sends amounts as decimals and the time as an instant', () => {
    const draft = {
      buyer: ada,
      price: '1,250,000',
      deposit: '50 000.5',
      validUntil: '2026-03-14T18:00',
      remark: ' x ',
    };
    expect(readReservation(draft, ENGLISH).input).toEqual({
      buyerId: 'p1',
      price: '1250000',
      depositAsked: '50000.5',
      validUntil: new Date(2026, 2, 14, 18).toISOString(),
      remark: 'x',
    });
  });

  it('says which fields are wrong', () => {
    const draft = { buyer: ada, price: 'cheap', deposit: '-1', validUntil: 'soon', remark: '' };
    const { input, wrong } = readReservation(draft, ENGLISH);
    expect(input).toBeNull();
    expect(Object.keys(wrong)).toEqual(['price', 'deposit', 'validUntil']);
  });
});
