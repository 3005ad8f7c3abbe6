/** Quotes: the price of a reservation, said until a day, and what accepts them. */
import { describe, expect, it } from 'vitest';
import { acceptRefusal, decideQuote, type QuoteRequest, quoteValidity } from '#domain/deal/index.ts';
import { plainDate } from '#domain/shared/plain-date.ts';
import { eur } from '../amounts.ts';

const TODAY = plainDate('2026-03-12');
const RULE = {
  id: 'r1',
  name: 'Early',
  projectId: 'p1',
  step: 1,
  kind: 'PERCENT',
  percent: 2,
  amount: null,
  mostAmount: null,
  authority: 'SALESPERSON',
  validFrom: null,
  validUntil: null,
  isActive: true,
} as const;

const request = (changes: Partial<QuoteRequest> = {}): QuoteRequest => ({
  unit: { name: 'A-101', listPrice: eur('1000000.00'), floorPrice: eur('950000.00'), filedPrice: null },
  project: {
    holdHours: 48,
    depositAsked: eur('50000.00'),
    smallDepositHours: null,
    smallDepositAsked: eur('5000.00'),
  },
  stage: 'LARGE',
  price: null,
  depositAsked: null,
  maySetPrice: false,
  discounts: { rules: [RULE], projectId: 'p1', today: TODAY },
  ...changes,
});

describe('what a quote says', () => {
  it('is price, deposit and time of a reservation made now', () => {
    expect(decideQuote(request())).toMatchObject({
      plan: {
        price: eur('980000.00'),
        needsApproval: false,
        depositAsked: eur('50000.00'),
        holdHours: 48,
      },
    });
    expect(decideQuote(request({ stage: 'SMALL' }))).toMatchObject({
      plan: { depositAsked: eur('5000.00'), holdHours: 72 },
    });
  });

  it('below the floor it is told to need an approval, and not refused (D1)', () => {
    const deep = { ...RULE, percent: 6 };
    const below = request({ discounts: { rules: [deep], projectId: 'p1', today: TODAY } });
    expect(decideQuote(below)).toMatchObject({ plan: { price: eur('940000.00'), needsApproval: true } });
    const byHand = request({
      price: eur('940000.00'),
      maySetPrice: true,
      discounts: { rules: [], projectId: 'p1', today: TODAY },
    });
    expect(decideQuote(byHand)).toMatchObject({ plan: { needsApproval: true } });
  });

  it('is refused what a reservation would be refused', () => {
    const byHand = { price: eur('990000.00'), discounts: { rules: [], projectId: 'p1', today: TODAY } };
    expect(decideQuote(request(byHand))).toMatchObject({ refused: { code: 'PRICE_NOT_YOURS_TO_SET' } });
    expect(decideQuote(request({ depositAsked: eur('100.00') }))).toMatchObject({
      refused: { code: 'DEPOSIT_TOO_LOW' },
    });
  });
});

describe('how long a quote holds', () => {
  it.each([
    [null, '2026-03-19'],
    ['2026-03-12', '2026-03-12'],
    ['2026-06-10', '2026-06-10'],
  ])('%s is until %s', (asked, until) => {
    expect(quoteValidity(asked === null ? null : plainDate(asked), TODAY)).toEqual({ plan: until });
  });

  it.each(['2026-03-11', '2026-06-11'])('%s is refused', (asked) => {
    expect(quoteValidity(plainDate(asked), TODAY)).toMatchObject({
      refused: { code: 'INVALID_INPUT', field: 'validUntil' },
    });
  });
});

describe('who may accept a quote', () => {
  const quote = { name: 'Q-1', state: 'SENT', unitId: 'u1', validUntil: TODAY } as const;

  it('a draft and a sent one, on its last day too', () => {
    expect(acceptRefusal(quote, 'u1', TODAY)).toBeNull();
    expect(acceptRefusal({ ...quote, state: 'DRAFT' }, 'u1', plainDate('2026-04-01'))).toBeNull();
  });

  it('nobody after it, for another unit, or when it is over', () => {
    expect(acceptRefusal(quote, 'u1', plainDate('2026-03-13'))).toMatchObject({ from: 'EXPIRED' });
    expect(acceptRefusal(quote, 'u2', TODAY)).toMatchObject({ code: 'INVALID_INPUT', field: 'quoteId' });
    for (const state of ['ACCEPTED', 'EXPIRED', 'WITHDRAWN'] as const)
      expect(acceptRefusal({ ...quote, state }, 'u1', TODAY)).toMatchObject({ code: 'STATE_NOT_ALLOWED' });
  });
});
