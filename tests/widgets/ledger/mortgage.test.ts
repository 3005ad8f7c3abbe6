import { describe, expect, it } from 'vitest';
import { MORTGAGE } from '#tests/widgets/harness/ledger-records.ts';
import { type CaseSubject, leftToDisburse } from '#widgets/ledger/mortgage/case-subject.ts';
import { monthlyPayment } from '#widgets/ledger/mortgage/monthly-payment.ts';
import { MOVABLE, movesFrom } from '#widgets/ledger/mortgage/mortgage-moves.ts';
import { shortfallOf } from '#widgets/ledger/mortgage/shortfall.ts';
import { decimalText } from '#widgets/shared/format/amount.ts';

const twd = (units: number) => ({ amountMicros: units * 1_000_000, currencyCode: 'TWD' });

describe('where a mortgage case may go by hand', () => {
  it('is what its state machine allows, but never to disbursed', () => {
    expect(movesFrom('SUBMITTED')).toEqual(['SUPPLEMENT', 'APPROVED', 'REJECTED', 'CHANGED_TO_CASH']);
    expect(MOVABLE.flatMap(movesFrom)).not.toContain('DISBURSED');
    expect(MOVABLE).not.toContain('CLOSED');
  });
});

describe('what the buyer is asked for instead of the bank', () => {
  it.each([
    ['APPROVED', '8,000,000', '790000'],
    ['APPROVED', '8790000', null],
    ['APPROVED', '9000000', null],
    ['APPROVED', 'much', null],
    ['CHANGED_TO_CASH', '', '8790000'],
    ['REJECTED', '', null],
  ])('moved to %s with “%s” approved is %s', (to, approved, shortfall) => {
    const found = shortfallOf(MORTGAGE, to, approved);
    expect(found && decimalText(found.micros)).toBe(shortfall);
  });

  it('is what was approved, when an approved loan is given up', () => {
    const approved = { ...MORTGAGE, amountApproved: twd(8_000_000) };
    expect(shortfallOf(approved, 'CHANGED_TO_CASH', '')?.micros).toBe(8_000_000_000_000n);
  });
});

describe('what the bank has still to pay', () => {
  const left = (approved: number | null, disbursed: number) =>
    leftToDisburse({
      ...MORTGAGE,
      amountApproved: approved === null ? null : twd(approved),
      amountDisbursed: twd(disbursed),
    } as CaseSubject)?.micros ?? null;

  it('is approved less disbursed', () => {
    expect([left(100, 40), left(100, 100), left(null, 0)]).toEqual([60_000_000n, null, null]);
  });
});

describe('the monthly payment of a loan', () => {
  const loan = (changes: object) =>
    monthlyPayment(
      {
        amountAsked: '1000000',
        termMonths: '360',
        annualRatePercent: '4.9',
        repayment: 'EQUAL_INSTALLMENT',
        ...changes,
      },
      'CNY',
    );
  const texts = (changes: object) => {
    const found = loan(changes);
    return found && [found.first, found.last, found.interest].map(({ micros }) => decimalText(micros));
  };

  it('is that of E11', () => {
    expect(texts({})).toEqual(['5307.27', '5305.19', '910615.12']);
    expect(texts({ repayment: 'EQUAL_PRINCIPAL' })).toEqual(['6861.11', '2788.32', '737041.08']);
  });

  it.each([
    { amountAsked: '' },
    { termMonths: '' },
    { termMonths: '1.5' },
    { annualRatePercent: '' },
    { annualRatePercent: 'x' },
  ])('is not told for half typed figures: %o', (changes) => {
    expect(loan(changes)).toBeNull();
  });

  it('is not told in a currency that is none', () => {
    const draft = { amountAsked: '1', termMonths: '1', annualRatePercent: '1', repayment: 'EQUAL_PRINCIPAL' };
    expect(monthlyPayment(draft, '')).toBeNull();
  });
});
