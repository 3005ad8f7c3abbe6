import { describe, expect, it } from 'vitest';
import { ENGLISH } from '#tests/widgets/fixtures/words.ts';
import { CONTRACT, INSTALLMENTS, PLANS } from '#tests/widgets/harness/ledger-records.ts';
import {
  type CancelSubject,
  cancelFacts,
  outlookOf,
} from '#widgets/ledger/cancel-contract/cancel-subject.ts';
import { type ReplanSubject, restOf } from '#widgets/ledger/replan/replan-subject.ts';
import { decimalText } from '#widgets/shared/format/amount.ts';

const twd = (units: number) => ({ amountMicros: units * 1_000_000, currencyCode: 'TWD' });
const contract = (changes: object = {}) =>
  ({ ...CONTRACT, lateFeePaid: twd(10_000), ...changes }) as unknown as CancelSubject;

const outlook = (kind: string, retained = '', changes: object = {}) => {
  const found = outlookOf(contract(changes), kind, retained);
  return (
    found && [found.mostRetained, found.compensation, found.toRefund].map(({ micros }) => decimalText(micros))
  );
};

describe('what a cancellation would come to', () => {
  it('follows the deposit rule where the project does', () => {
    expect(outlook('BUYER_DEFAULT')).toEqual(['1000000', '0', '1975000']);
    expect(outlook('SELLER_DEFAULT')).toEqual(['0', '1000000', '3975000']);
    expect(outlook('MUTUAL')).toEqual(['0', '0', '2975000']);
  });

  it('may keep less than it may', () => {
    expect(outlook('BUYER_DEFAULT', '0')?.[2]).toBe('2975000');
    expect(outlook('BUYER_DEFAULT', '250,000')?.[2]).toBe('2725000');
    expect(outlook('BUYER_DEFAULT', '5000000')?.[2]).toBe('1975000');
  });

  it('keeps nothing without a rule', () => {
    expect(outlook('BUYER_DEFAULT', '', { unit: null })).toEqual(['0', '0', '2975000']);
  });

  it('is not told where the figures make no sense', () => {
    expect(outlook('MUTUAL', '', { price: null })).toBeNull();
  });

  it('names the rules', () => {
    expect(Object.fromEntries(cancelFacts(contract(), ENGLISH))).toMatchObject({
      'Rules of cancellation': 'China: deposit rule',
      'Late fee paid': 'NT$10,000',
    });
  });
});

describe('what is left to plan anew', () => {
  const subject = (adjustments: object[] = []) =>
    ({
      contract: CONTRACT,
      installments: INSTALLMENTS,
      adjustments,
      plans: PLANS,
    }) as unknown as ReplanSubject;
  const rest = (newPrice: string, adjustments: object[] = []) => {
    const found = restOf(subject(adjustments), newPrice);
    return found && [found.paid, found.remaining, found.excess].map(({ micros }) => decimalText(micros));
  };

  it('is the price less what was paid for the house', () => {
    expect(rest('14650000')).toEqual(['2930000', '11720000', '0']);
  });

  it('is nothing when more was paid than the new price', () => {
    expect(rest('2,000,000')).toEqual(['2930000', '0', '930000']);
  });

  it('does not ask once more for what was waived, but for what was planned away before', () => {
    const taken = (kind: string) => ({ kind, amount: twd(20_000), installment: { id: 'i3' } });
    expect(rest('14650000', [taken('PRINCIPAL_WAIVER')])?.[1]).toBe('11700000');
    expect(rest('14650000', [taken('REPLANNING')])?.[1]).toBe('11720000');
  });

  it('is not told without a price', () => {
    expect([rest(''), rest('much')]).toEqual([null, null]);
  });
});
