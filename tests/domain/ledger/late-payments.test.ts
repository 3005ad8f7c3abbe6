import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FeeOrder, type LateFeeRule, lateFee, payLate } from '#domain/ledger/index.ts';
import { formatMoney, type Money, money, parseMoney, sum } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { anyCurrency, day } from '../amounts.ts';
import { anyAsOf, anyDebt, anyRule, DUE, perTenThousand, reductions, rule, told } from './late-fees.ts';

function pay(
  amount: string,
  paid: Record<string, string>,
  terms: LateFeeRule,
  order: FeeOrder,
  { asOf = '2025-12-31', currency = 'EUR' } = {},
) {
  const debt = { amount: parseMoney(amount, currency), dueOn: day('2025-03-01') };
  const { fee, principalLeft, feeLeft, excess, segments } = payLate(
    debt,
    reductions(paid, currency),
    terms,
    order,
    day(asOf),
  );
  return {
    fee: formatMoney(fee),
    principalLeft: formatMoney(principalLeft),
    feeLeft: formatMoney(feeLeft),
    excess: formatMoney(excess),
    segments: told(segments),
  };
}

const E5 = { '2025-03-11': '100000.00', '2025-03-31': '120000.00', '2025-04-20': '80000.00' };

describe('E5: 300,000.00 due 2025-03-01, five per ten thousand a day (D3, D4.2)', () => {
  it('PRINCIPAL_FIRST: the fee is 4,300.00 and all of it is left', () => {
    expect(pay('300000.00', E5, rule('5'), 'PRINCIPAL_FIRST', { asOf: '2025-04-20' })).toEqual({
      fee: '4300.00',
      principalLeft: '0.00',
      feeLeft: '4300.00',
      excess: '0.00',
      segments: [
        '2025-03-02 2025-03-11 10 300000.00 0.0005 1500.00',
        '2025-03-12 2025-03-31 20 200000.00 0.0005 2000.00',
        '2025-04-01 2025-04-20 20 80000.00 0.0005 800.00',
      ],
    });
  });

  it('FEE_THEN_PRINCIPAL: the fee is 4,350.15, all paid, and as much principal is left', () => {
    expect(pay('300000.00', E5, rule('5'), 'FEE_THEN_PRINCIPAL', { asOf: '2025-04-20' })).toEqual({
      fee: '4350.15',
      principalLeft: '4350.15',
      feeLeft: '0.00',
      excess: '0.00',
      segments: [
        '2025-03-02 2025-03-11 10 300000.00 0.0005 1500.00',
        '2025-03-12 2025-03-31 20 201500.00 0.0005 2015.00',
        '2025-04-01 2025-04-20 20 83515.00 0.0005 835.15',
      ],
    });
  });

  it.each<[FeeOrder, string, string, string]>([
    ['PRINCIPAL_FIRST', '2025-03-10', '300000.00', '1350.00'],
    ['PRINCIPAL_FIRST', '2025-03-11', '200000.00', '1500.00'],
    ['PRINCIPAL_FIRST', '2025-03-31', '80000.00', '3500.00'],
    ['FEE_THEN_PRINCIPAL', '2025-03-11', '201500.00', '0.00'],
    ['FEE_THEN_PRINCIPAL', '2025-03-31', '83515.00', '0.00'],
    ['FEE_THEN_PRINCIPAL', '2025-04-30', '4350.15', '21.75'],
  ])('%s on %s: principal %s and fee %s are left', (order, asOf, principalLeft, feeLeft) => {
    expect(pay('300000.00', E5, rule('5'), order, { asOf })).toMatchObject({ principalLeft, feeLeft });
  });

  it('E21.9: the order in which payments were entered does not matter', () => {
    const backwards = Object.fromEntries(Object.entries(E5).reverse());
    for (const order of ['PRINCIPAL_FIRST', 'FEE_THEN_PRINCIPAL'] as const)
      expect(pay('300000.00', backwards, rule('5'), order)).toEqual(pay('300000.00', E5, rule('5'), order));
  });
});

describe('E6 with one payment', () => {
  it.each<[FeeOrder, 'WHOLE_PERIOD' | 'MARGINAL', string, string, string]>([
    ['PRINCIPAL_FIRST', 'WHOLE_PERIOD', '2025-05-15', '0.00', '3000.00'],
    ['PRINCIPAL_FIRST', 'MARGINAL', '2025-05-15', '0.00', '1800.00'],
    ['FEE_THEN_PRINCIPAL', 'WHOLE_PERIOD', '2025-05-15', '3000.00', '0.00'],
    ['FEE_THEN_PRINCIPAL', 'MARGINAL', '2025-05-15', '1800.00', '0.00'],
    ['PRINCIPAL_FIRST', 'WHOLE_PERIOD', '2025-04-30', '0.00', '1200.00'],
    ['PRINCIPAL_FIRST', 'MARGINAL', '2025-04-30', '0.00', '1200.00'],
  ])('%s, %s, paid on %s: principal %s and fee %s are left', (order, mode, on, principalLeft, feeLeft) => {
    const terms = rule('1', { band: { afterDays: 60, ratePerDay: perTenThousand('2'), mode } });
    expect(pay('200000.00', { [on]: '200000.00' }, terms, order, { asOf: on })).toMatchObject({
      principalLeft,
      feeLeft,
    });
  });
});

describe('what a payment takes', () => {
  it('PRINCIPAL_FIRST: what the principal does not need pays the fee, and the rest is too much', () => {
    const paid = { '2025-03-11': '100100.00', '2025-03-12': '500.00' };
    expect(pay('100000.00', paid, rule('5'), 'PRINCIPAL_FIRST')).toMatchObject({
      fee: '500.00',
      principalLeft: '0.00',
      feeLeft: '0.00',
      excess: '100.00',
    });
  });

  it('FEE_THEN_PRINCIPAL: a payment smaller than the fee leaves the principal as it was', () => {
    expect(
      pay('100000.00', { '2025-03-11': '499.99' }, rule('5'), 'FEE_THEN_PRINCIPAL', { asOf: '2025-03-11' }),
    ).toMatchObject({ principalLeft: '100000.00', feeLeft: '0.01' });
  });

  it('D3: within the grace there is no fee to pay, so all of it is principal', () => {
    const terms = rule('5', { graceDays: 10 });
    const paid = { '2025-03-11': '40000.00', '2025-03-21': '61000.00' };
    expect(pay('100000.00', paid, terms, 'FEE_THEN_PRINCIPAL')).toEqual({
      fee: '600.00',
      principalLeft: '0.00',
      feeLeft: '0.00',
      excess: '400.00',
      segments: ['2025-03-02 2025-03-21 20 60000.00 0.0005 600.00'],
    });
  });

  it('a cap leaves the rest of the money to the principal', () => {
    const terms = rule('5', { cap: parseMoney('300.00', 'EUR') });
    expect(
      pay('100000.00', { '2025-03-11': '1000.00', '2025-03-21': '1000.00' }, terms, 'FEE_THEN_PRINCIPAL'),
    ).toMatchObject({ fee: '300.00', principalLeft: '98300.00', feeLeft: '0.00' });
  });

  it('D3: simple, not compound: an unpaid fee bears no fee', () => {
    const paid = { '2025-03-11': '100000.00' };
    for (const asOf of ['2025-03-11', '2026-03-11', '2035-03-11'])
      expect(pay('100000.00', paid, rule('5'), 'PRINCIPAL_FIRST', { asOf }).feeLeft).toBe('500.00');
  });

  it('before the due date it only takes off principal', () => {
    const left = pay('100000.00', { '2025-02-01': '30000.00' }, rule('5'), 'FEE_THEN_PRINCIPAL', {
      asOf: '2025-02-15',
    });
    expect(left).toEqual({
      fee: '0.00',
      principalLeft: '70000.00',
      feeLeft: '0.00',
      excess: '0.00',
      segments: [],
    });
  });

  it.each([
    ['JPY', '1100', '6'],
    ['KWD', '1.100', '0.006'],
  ])('in %s, to its minor unit', (currency, amount, feeLeft) => {
    expect(pay(amount, { '2025-03-11': amount }, rule('5'), 'PRINCIPAL_FIRST', { currency }).feeLeft).toBe(
      feeLeft,
    );
  });

  it('nothing owed and nothing paid is nothing', () => {
    expect(pay('0.00', {}, rule('5'), 'PRINCIPAL_FIRST').segments).toEqual([]);
  });
});

describe('any payments of any installment', () => {
  const anyCase = anyCurrency.chain((currency) =>
    fc.record({
      amount: fc.bigInt({ min: 0n, max: 50_000_000n }).map((minor) => money(minor, currency)),
      payments: anyDebt(currency).map((debt) => debt.reductions),
      terms: anyRule(currency),
      order: fc.constantFrom<FeeOrder>('PRINCIPAL_FIRST', 'FEE_THEN_PRINCIPAL'),
      asOf: anyAsOf,
    }),
  );
  const RUNS = { numRuns: 3_000 };
  const known = (payments: readonly { on: PlainDate; amount: Money }[], asOf: PlainDate, currency: string) =>
    sum(
      payments.filter(({ on }) => on <= asOf).map(({ amount }) => amount),
      currency,
    );

  it('E21.6: every payment is principal, fee or too much; nothing is paid twice or negative', () => {
    fc.assert(
      fc.property(anyCase, ({ amount, payments, terms, order, asOf }) => {
        const left = payLate({ amount, dueOn: DUE }, payments, terms, order, asOf);
        const principal = amount.minor - left.principalLeft.minor;
        const fee = left.fee.minor - left.feeLeft.minor;
        expect(principal + fee + left.excess.minor).toBe(known(payments, asOf, amount.currency).minor);
        for (const part of [principal, fee, left.principalLeft.minor, left.feeLeft.minor, left.excess.minor])
          expect(part >= 0n).toBe(true);
        // Money is too much only when nothing is left to pay, or was not when it came.
        if (left.excess.minor > 0n) expect(left.principalLeft.minor).toBe(0n);
      }),
      RUNS,
    );
  });

  it('the fee is the one of the principal that was paid', () => {
    fc.assert(
      fc.property(anyCase, ({ amount, payments, terms, asOf }) => {
        const { fee } = payLate({ amount, dueOn: DUE }, payments, terms, 'PRINCIPAL_FIRST', asOf);
        let open = amount.minor;
        const byDay = [...payments].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
        const principal = byDay.flatMap(({ on, amount: paid }) => {
          const part = paid.minor < open ? paid.minor : open;
          open -= part;
          return part > 0n ? [{ on, amount: money(part, amount.currency) }] : [];
        });
        expect(fee).toEqual(lateFee({ amount, dueOn: DUE, reductions: principal }, terms, asOf));
      }),
      RUNS,
    );
  });

  it('a payment of one day, split in two, changes nothing', () => {
    const anyCut = fc.bigInt({ min: 0n, max: 100n });
    fc.assert(
      fc.property(anyCase, fc.nat(), anyCut, ({ amount, payments, terms, order, asOf }, at, cut) => {
        const split = payments.flatMap((payment, index) => {
          if (index !== at % payments.length) return [payment];
          const part = (payment.amount.minor * cut) / 100n;
          return [part, payment.amount.minor - part].map((minor) => ({
            on: payment.on,
            amount: money(minor, amount.currency),
          }));
        });
        expect(payLate({ amount, dueOn: DUE }, split, terms, order, asOf)).toEqual(
          payLate({ amount, dueOn: DUE }, payments, terms, order, asOf),
        );
      }),
      RUNS,
    );
  });

  it('E21.9: payments of different days may be entered in any order', () => {
    fc.assert(
      fc.property(anyCase, fc.infiniteStream(fc.nat()), ({ amount, payments, terms, order, asOf }, ranks) => {
        const one = payments.filter(
          ({ on }, index) => payments.findIndex((other) => other.on === on) === index,
        );
        const shuffled = one
          .map((payment) => ({ payment, rank: ranks.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ payment }) => payment);
        expect(payLate({ amount, dueOn: DUE }, shuffled, terms, order, asOf)).toEqual(
          payLate({ amount, dueOn: DUE }, one, terms, order, asOf),
        );
      }),
      RUNS,
    );
  });

  it('what is paid later does not change what was left before', () => {
    fc.assert(
      fc.property(anyCase, ({ amount, payments, terms, order, asOf }) => {
        const before = payments.filter(({ on }) => on <= asOf);
        expect(payLate({ amount, dueOn: DUE }, payments, terms, order, asOf)).toEqual(
          payLate({ amount, dueOn: DUE }, before, terms, order, asOf),
        );
      }),
      RUNS,
    );
  });
});
