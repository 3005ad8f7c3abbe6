/** Mortgage maths (D8): the worked examples of E11, and what must hold for any loan. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  combinedSchedule,
  type Loan,
  type RepaymentSchedule,
  repaymentSchedule,
} from '#domain/ledger/mortgage.ts';
import type { RepaymentMethod } from '#domain/ledger/settlement-states.ts';
import { decimal, parseDecimal } from '#domain/shared/decimal.ts';
import { add, formatMoney, money, parseMoney, subtract, sum } from '#domain/shared/money.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { anyCurrency, eur } from '../amounts.ts';

const loan = (
  principal: string,
  rate: string,
  months: number,
  method: RepaymentMethod = 'EQUAL_INSTALLMENT',
  currency = 'EUR',
): Loan => ({
  principal: parseMoney(principal, currency),
  annualRatePercent: parseDecimal(rate),
  months,
  method,
});

function scheduled(terms: Loan): RepaymentSchedule {
  const decision = repaymentSchedule(terms);
  if (isRefused(decision)) throw new Error(JSON.stringify(decision.refused));
  return decision.plan;
}

function month({ rows }: RepaymentSchedule, number: number) {
  const row = rows[number - 1];
  if (row === undefined) throw new Error(`there is no month ${number}`);
  return [row.payment, row.interest, row.principal, row.balance].map(formatMoney);
}

const lastPayment = ({ rows }: RepaymentSchedule) => formatMoney(rows.at(-1)?.payment ?? eur('0'));

describe('equal installments (E11)', () => {
  it('1,000,000.00 at 4.9 % over 360 months', () => {
    const schedule = scheduled(loan('1000000.00', '4.9', 360));
    expect(month(schedule, 1)).toEqual(['5307.27', '4083.33', '1223.94', '998776.06']);
    expect(lastPayment(schedule)).toBe('5305.19');
    expect(formatMoney(schedule.totalInterest)).toBe('910615.12');
    expect(formatMoney(schedule.totalInterestUnrounded)).toBe('910616.19');
  });

  it('150,000.00 at 3.625 % over 360 months, as published', () => {
    const schedule = scheduled(loan('150000.00', '3.625', 360));
    expect([1, 2, 3].map((number) => month(schedule, number))).toEqual([
      ['684.08', '453.13', '230.95', '149769.05'],
      ['684.08', '452.43', '231.65', '149537.40'],
      ['684.08', '451.73', '232.35', '149305.05'],
    ]);
    expect(lastPayment(schedule)).toBe('682.18');
    expect(formatMoney(schedule.totalInterest)).toBe('96266.90');
    expect(formatMoney(schedule.totalInterestUnrounded)).toBe('96267.70');
  });

  it('1,000.00 at 2 % a month over 6 months, as published', () => {
    const schedule = scheduled(loan('1000.00', '24', 6));
    expect([1, 2].map((number) => month(schedule, number))).toEqual([
      ['178.53', '20.00', '158.53', '841.47'],
      ['178.53', '16.83', '161.70', '679.77'],
    ]);
    expect(lastPayment(schedule)).toBe('178.51');
    expect(formatMoney(schedule.totalInterest)).toBe('71.16');
    expect(formatMoney(schedule.totalInterestUnrounded)).toBe('71.15');
  });

  it('without interest the principal is shared out and the last payment takes the remainder', () => {
    const schedule = scheduled(loan('100.00', '0', 3));
    expect(schedule.rows.map(({ payment }) => formatMoney(payment))).toEqual(['33.33', '33.33', '33.34']);
    expect([schedule.totalInterest.minor, schedule.totalInterestUnrounded.minor]).toEqual([0n, 0n]);
  });

  it('over one month everything is paid at once', () => {
    expect(month(scheduled(loan('1200.00', '6', 1)), 1)).toEqual(['1206.00', '6.00', '1200.00', '0.00']);
  });
});

describe('equal principal (E11)', () => {
  it('1,000,000.00 at 4.9 % over 360 months', () => {
    const schedule = scheduled(loan('1000000.00', '4.9', 360, 'EQUAL_PRINCIPAL'));
    expect(month(schedule, 1).slice(0, 3)).toEqual(['6861.11', '4083.33', '2777.78']);
    expect(month(schedule, 2)[0]).toBe('6849.77');
    expect(lastPayment(schedule)).toBe('2788.32');
    expect(formatMoney(schedule.totalInterest)).toBe('737041.08');
    expect(formatMoney(schedule.totalInterestUnrounded)).toBe('737041.67');
  });

  it('120,000.00 at 6 % over 12 months', () => {
    const schedule = scheduled(loan('120000.00', '6', 12, 'EQUAL_PRINCIPAL'));
    const payments = Array.from({ length: 12 }, (_, index) => `${10_600 - 50 * index}.00`);
    expect(schedule.rows.map(({ payment }) => formatMoney(payment))).toEqual(payments);
    expect(formatMoney(schedule.totalInterest)).toBe('3900.00');
    expect(formatMoney(schedule.totalInterestUnrounded)).toBe('3900.00');
  });
});

describe('a few cents over many months', () => {
  it.each<[string, RepaymentMethod, string]>([
    ['0.01', 'EQUAL_INSTALLMENT', '0'],
    ['0.10', 'EQUAL_INSTALLMENT', '0'],
    ['0.10', 'EQUAL_PRINCIPAL', '0'],
    ['0.10', 'EQUAL_PRINCIPAL', '4.9'],
    ['0.07', 'EQUAL_INSTALLMENT', '24'],
  ])(
    '%s by %s at %s %% are paid back to the cent, no payment taking more than is owed',
    (principal, method, rate) => {
      const { rows } = scheduled(loan(principal, rate, 12, method));
      expect(
        formatMoney(
          sum(
            rows.map((row) => row.principal),
            'EUR',
          ),
        ),
      ).toBe(principal);
      expect(rows.every(({ balance, principal: part }) => balance.minor >= 0n && part.minor >= 0n)).toBe(
        true,
      );
    },
  );
});

describe('a combined loan (D8)', () => {
  it('is its schedules added month by month; after the shorter one the longer goes on alone', () => {
    const commercial = scheduled(loan('1000000.00', '4.9', 360));
    const fund = scheduled(loan('500000.00', '3.1', 240, 'EQUAL_PRINCIPAL'));
    const both = combinedSchedule(fund, commercial);
    expect(both).toEqual(combinedSchedule(commercial, fund));
    expect(both.rows).toHaveLength(360);
    expect(both.rows[0]?.payment).toEqual(add(eur('5307.27'), fund.rows[0]?.payment ?? eur('0')));
    expect(both.rows[0]?.balance).toEqual(add(eur('998776.06'), fund.rows[0]?.balance ?? eur('0')));
    expect(both.rows[240]).toEqual(commercial.rows[240]);
    expect(both.totalInterest).toEqual(add(commercial.totalInterest, fund.totalInterest));
  });
});

describe('other currencies', () => {
  it.each([
    ['JPY', '35000000', '1', 420, '98800', '98808'],
    ['KWD', '62500.250', '5.25', 240, '421.154', '421.271'],
  ])(
    '%s: every payment is a whole number of its minor unit',
    (currency, principal, rate, months, payment, last) => {
      const schedule = scheduled(loan(principal, rate, months, 'EQUAL_INSTALLMENT', currency));
      expect([month(schedule, 1)[0], lastPayment(schedule)]).toEqual([payment, last]);
    },
  );

  it('an amount that no float holds is paid back exactly', () => {
    const { rows } = scheduled(loan('9007199254740993.01', '4.9', 360));
    expect(
      formatMoney(
        sum(
          rows.map(({ principal }) => principal),
          'EUR',
        ),
      ),
    ).toBe('9007199254740993.01');
  });
});

describe('what a person may have typed wrong is refused with its field', () => {
  it.each([
    ['principal', { ...loan('1.00', '4.9', 12), principal: eur('0.00') }],
    ['principal', { ...loan('1.00', '4.9', 12), principal: eur('-1.00') }],
    ['annualRatePercent', { ...loan('1.00', '4.9', 12), annualRatePercent: decimal(-1n, 2) }],
    ['annualRatePercent', loan('1.00', '1000.01', 12)],
    ['months', loan('1.00', '4.9', 0)],
    ['months', loan('1.00', '4.9', 1_201)],
    ['months', loan('1.00', '4.9', 1.5)],
  ])('%s', (field, terms) => {
    expect(repaymentSchedule(terms)).toMatchObject({ refused: { code: 'INVALID_INPUT', field } });
  });
});

describe('any loan', () => {
  const anyLoan = fc.record({
    principal: fc
      .tuple(
        fc.oneof(fc.bigInt({ min: 1n, max: 500n }), fc.bigInt({ min: 1n, max: 10n ** 15n })),
        anyCurrency,
      )
      .map(([minor, currency]) => money(minor, currency)),
    annualRatePercent: fc.bigInt({ min: 0n, max: 40_000n }).map((units) => decimal(units, 3)),
    months: fc.oneof(fc.integer({ min: 1, max: 36 }), fc.integer({ min: 1, max: 480 })),
    method: fc.constantFrom<RepaymentMethod>('EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL'),
  });

  it('is paid back exactly, no payment, interest, principal or balance being below nothing', () => {
    fc.assert(
      fc.property(anyLoan, (terms) => {
        const { rows, totalInterest } = scheduled(terms);
        const { currency } = terms.principal;
        expect(rows).toHaveLength(terms.months);
        expect(
          sum(
            rows.map(({ principal }) => principal),
            currency,
          ),
        ).toEqual(terms.principal);
        expect(
          sum(
            rows.map(({ interest }) => interest),
            currency,
          ),
        ).toEqual(totalInterest);
        expect(rows.at(-1)?.balance.minor).toBe(0n);
        const below = rows.filter((row) =>
          [row.payment, row.interest, row.principal, row.balance].some(({ minor }) => minor < 0n),
        );
        expect(below).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('every payment is its interest and its principal, and the balance is what is left', () => {
    fc.assert(
      fc.property(anyLoan, (terms) => {
        let owed = terms.principal;
        for (const { payment, interest, principal, balance } of scheduled(terms).rows) {
          if (payment.minor !== interest.minor + principal.minor) throw new Error('payment');
          owed = subtract(owed, principal);
          if (balance.minor !== owed.minor) throw new Error('balance');
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('by equal installments all payments but the last are the same, unless it was paid back before', () => {
    fc.assert(
      fc.property(anyLoan, (terms) => {
        const { rows } = scheduled({ ...terms, method: 'EQUAL_INSTALLMENT' });
        const owing = rows.slice(0, -1).filter(({ balance }) => balance.minor > 0n);
        expect(new Set(owing.map(({ payment }) => payment.minor)).size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1_000 },
    );
  });

  it('by equal principal costs no more interest than by equal installments', () => {
    fc.assert(
      fc.property(anyLoan, (terms) => {
        const [installment, principal] = (['EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL'] as const).map(
          (method) => scheduled({ ...terms, method }).totalInterestUnrounded.minor,
        );
        expect((principal ?? 0n) <= (installment ?? 0n)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
