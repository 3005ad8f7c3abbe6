/** Deposits in default (D7): the worked example of E9 and the Indian cap of E10. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Defaulter,
  type DepositPaid,
  depositParts,
  mayTakeBeforeAgreement,
  settleDeposit,
} from '#domain/ledger/deposit.ts';
import { add, formatMoney, money, parseMoney } from '#domain/shared/money.ts';
import { type Decision, isRefused } from '#domain/shared/refusal.ts';
import { anyCurrency, anyMinor, eur } from '../amounts.ts';

const deposit = (price: string, agreed: string, paid: string, currency = 'EUR'): DepositPaid => ({
  price: parseMoney(price, currency),
  agreed: parseMoney(agreed, currency),
  paid: parseMoney(paid, currency),
});

function planned<P>(decision: Decision<P>): P {
  if (isRefused(decision)) throw new Error(JSON.stringify(decision.refused));
  return decision.plan;
}

function settled(paid: DepositPaid, defaulter: Defaulter): string[] {
  const { depositPart, prepaymentPart, returned, forfeited } = planned(settleDeposit(paid, defaulter));
  return [depositPart, prepaymentPart, returned, forfeited].map(formatMoney);
}

describe('a deposit of 500,000.00 on a price of 2,000,000.00 (E9)', () => {
  const paid = deposit('2000000.00', '500000.00', '500000.00');

  it('a buyer in default loses 20 % of the price and gets the rest back', () => {
    expect(settled(paid, 'BUYER')).toEqual(['400000.00', '100000.00', '100000.00', '400000.00']);
  });

  it('a seller in default returns the deposit part twice and the rest', () => {
    expect(settled(paid, 'SELLER')).toEqual(['400000.00', '100000.00', '900000.00', '0.00']);
  });
});

describe('the deposit part is the least of what was paid, what was agreed and 20 % of the price (D7)', () => {
  it.each([
    ['only the amount actually paid counts', '1000000.00', '100000.00', '30000.00', '30000.00', '0.00'],
    [
      'what was not agreed as deposit is prepayment',
      '1000000.00',
      '100000.00',
      '150000.00',
      '100000.00',
      '50000.00',
    ],
    ['nothing agreed, nothing forfeit', '1000000.00', '0.00', '50000.00', '0.00', '50000.00'],
    ['nothing paid', '1000000.00', '100000.00', '0.00', '0.00', '0.00'],
    ['20 % of a price is rounded down', '100.04', '50.00', '50.00', '20.00', '30.00'],
  ])('%s', (_name, price, agreed, paid, depositPart, prepaymentPart) => {
    const parts = planned(depositParts(deposit(price, agreed, paid)));
    expect([parts.depositPart, parts.prepaymentPart].map(formatMoney)).toEqual([depositPart, prepaymentPart]);
  });

  it.each([
    ['JPY', '1000004', '500000', '200000'],
    ['KWD', '1000.004', '500.000', '200.000'],
    ['EUR', '9007199254740993.09', '9007199254740993.09', '1801439850948198.61'],
  ])('%s: of %s and %s paid %s bind', (currency, price, paid, expected) => {
    expect(formatMoney(planned(depositParts(deposit(price, paid, paid, currency))).depositPart)).toBe(
      expected,
    );
  });
});

describe('what a person may have typed wrong is refused with its field', () => {
  it.each([
    ['price', deposit('0.00', '1.00', '1.00')],
    ['price', deposit('-1.00', '1.00', '1.00')],
    ['agreed', deposit('1.00', '-1.00', '1.00')],
    ['paid', deposit('1.00', '1.00', '-1.00')],
  ])('%s', (field, paid) => {
    expect(settleDeposit(paid, 'BUYER')).toMatchObject({ refused: { code: 'INVALID_INPUT', field } });
  });
});

describe('any deposit', () => {
  const anyDeposit = fc
    .tuple(anyCurrency, anyMinor({ min: 1n }), anyMinor({ min: 0n }), anyMinor({ min: 0n }))
    .map(([currency, price, agreed, paid]) => ({
      price: money(price, currency),
      agreed: money(agreed, currency),
      paid: money(paid, currency),
    }));

  it('its parts add up to what was paid, and the one that binds is at most 20 % of the price', () => {
    fc.assert(
      fc.property(anyDeposit, (paid) => {
        const { depositPart, prepaymentPart } = planned(depositParts(paid));
        expect(add(depositPart, prepaymentPart)).toEqual(paid.paid);
        expect(depositPart.minor >= 0n && prepaymentPart.minor >= 0n).toBe(true);
        expect(depositPart.minor * 5n <= paid.price.minor).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('whoever is in default, the buyer loses or gains exactly the deposit part', () => {
    fc.assert(
      fc.property(anyDeposit, (paid) => {
        const [buyer, seller] = [
          planned(settleDeposit(paid, 'BUYER')),
          planned(settleDeposit(paid, 'SELLER')),
        ];
        expect(add(buyer.returned, buyer.forfeited)).toEqual(paid.paid);
        expect(seller.returned).toEqual(add(paid.paid, seller.depositPart));
        expect(seller.forfeited.minor).toBe(0n);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('money before the agreement in India (E10)', () => {
  const price = eur('8500000.00');

  it.each([
    ['850000.00', true],
    ['850000.01', false],
    ['0.00', true],
  ])('of 8,500,000.00 %s may be taken: %s', (amount, expected) => {
    expect(mayTakeBeforeAgreement(price, eur(amount))).toBe(expected);
  });

  it('what was taken before counts', () => {
    expect(mayTakeBeforeAgreement(price, eur('50000.00'), eur('800000.00'))).toBe(true);
    expect(mayTakeBeforeAgreement(price, eur('50000.01'), eur('800000.00'))).toBe(false);
  });

  it('10 % is compared exactly, not rounded up', () => {
    expect(mayTakeBeforeAgreement(eur('100.05'), eur('10.01'))).toBe(false);
    expect(mayTakeBeforeAgreement(eur('100.05'), eur('10.00'))).toBe(true);
  });
});
