import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  INSTALLMENT_TRANSITIONS,
  type InstallmentState,
  installmentState,
  isDue,
  openAmount,
} from '#domain/ledger/index.ts';
import { add, money } from '#domain/shared/money.ts';
import { statesOf } from '#domain/shared/state-machine.ts';
import { anyDay, day, eur } from '../amounts.ts';

const TODAY = day('2025-03-21');
const state = (amount: string, paid: string, dueOn: string | null) =>
  installmentState(
    { amount: eur(amount), paid: eur(paid), dueOn: dueOn === null ? null : day(dueOn) },
    TODAY,
  );

describe('the state of an installment by money and date (C4, D10)', () => {
  it.each<[string, string | null, InstallmentState]>([
    ['0.00', null, 'SCHEDULED'],
    ['0.00', '2025-03-22', 'PENDING'],
    ['0.00', '2099-12-31', 'PENDING'],
    ['0.00', '2025-03-21', 'DUE'],
    ['0.00', '2025-03-20', 'OVERDUE'],
    ['0.00', '1999-01-01', 'OVERDUE'],
    ['0.01', null, 'PARTIALLY_PAID'],
    ['0.01', '2025-03-22', 'PARTIALLY_PAID'],
    ['99.99', '2025-03-21', 'PARTIALLY_PAID'],
    ['99.99', '2025-03-20', 'OVERDUE'],
    ['100.00', null, 'PAID'],
    ['100.00', '2025-03-22', 'PAID'],
    ['100.00', '2025-03-21', 'PAID'],
    ['100.00', '2025-03-20', 'PAID'],
    ['100.01', '2025-03-20', 'PAID'],
  ])('%s of 100.00 paid, due %s, is %s on 2025-03-21', (paid, dueOn, expected) => {
    expect(state('100.00', paid, dueOn)).toBe(expected);
  });

  it('an installment of zero asks for nothing: it is paid', () => {
    expect(state('0.00', '0.00', '2025-03-20')).toBe('PAID');
  });

  it('D10: a day after the due date it is overdue, on the due date it is not', () => {
    expect(state('100.00', '0.00', '2025-03-21')).not.toBe('OVERDUE');
    expect(state('100.00', '0.00', '2025-03-20')).toBe('OVERDUE');
  });

  const anyAmount = fc.bigInt({ min: 1n, max: 1_000n }).map((minor) => money(minor, 'EUR'));
  const anyPaid = fc.bigInt({ min: 0n, max: 1_200n }).map((minor) => money(minor, 'EUR'));
  const anyDue = fc.option(anyDay('2025-03-01', '2025-04-10'));

  it('is never waived or cancelled by computation, and never anything that the machine does not have', () => {
    fc.assert(
      fc.property(anyAmount, anyPaid, anyDue, anyDay(), (amount, paid, dueOn, today) => {
        const computed = installmentState({ amount, paid, dueOn }, today);
        expect(statesOf(INSTALLMENT_TRANSITIONS)).toContain(computed);
        expect(['WAIVED', 'CANCELLED']).not.toContain(computed);
      }),
    );
  });

  it('is paid exactly when nothing is open', () => {
    fc.assert(
      fc.property(anyAmount, anyPaid, anyDue, anyDay(), (amount, paid, dueOn, today) => {
        const isPaid = installmentState({ amount, paid, dueOn }, today) === 'PAID';
        expect(isPaid).toBe(openAmount({ amount, paid }).minor <= 0n);
      }),
    );
  });

  it('moves only along the machine as days pass and money comes in', () => {
    fc.assert(
      fc.property(
        anyAmount,
        anyPaid,
        anyPaid,
        anyDue,
        anyDay('2025-02-01', '2025-05-01'),
        anyDay('2025-02-01', '2025-05-01'),
        (amount, paid, more, dueOn, one, other) => {
          const [before, after] = one < other ? [one, other] : [other, one];
          const from = installmentState({ amount, paid, dueOn }, before);
          const to = installmentState({ amount, paid: add(paid, more), dueOn }, after);
          if (from !== to) expect(INSTALLMENT_TRANSITIONS[from]).toContain(to);
        },
      ),
    );
  });
});

describe('what is due', () => {
  it.each([
    ['2025-03-20', true],
    ['2025-03-21', true],
    ['2025-03-22', false],
    [null, false],
  ])('due on %s is due on 2025-03-21: %s', (dueOn, expected) => {
    expect(isDue({ dueOn: dueOn === null ? null : day(dueOn) }, TODAY)).toBe(expected);
  });
});
