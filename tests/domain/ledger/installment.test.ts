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

  it.each<[string, string, string | null, InstallmentState]>([
    ['0.00', '100.00', '2025-03-20', 'PAID'],
    ['0.00', '100.00', null, 'PAID'],
    ['60.00', '40.00', '2025-03-20', 'PAID'],
    ['60.00', '40.01', '2025-03-20', 'PAID'],
    ['60.00', '39.99', '2025-03-20', 'OVERDUE'],
    ['0.00', '99.99', '2025-03-21', 'DUE'],
    ['0.00', '99.99', '2025-03-22', 'PENDING'],
    ['0.00', '99.99', null, 'SCHEDULED'],
    ['0.01', '99.98', '2025-03-21', 'PARTIALLY_PAID'],
  ])('%s paid and %s taken off of 100.00, due %s, is %s', (paid, credited, dueOn, expected) => {
    const balance = { amount: eur('100.00'), paid: eur(paid), credited: eur(credited) };
    expect(installmentState({ ...balance, dueOn: dueOn === null ? null : day(dueOn) }, TODAY)).toBe(expected);
  });

  it('nothing taken off, written or not, is the same', () => {
    const balance = { amount: eur('100.00'), paid: eur('1.00'), dueOn: day('2025-03-20') };
    for (const credited of [undefined, null, eur('0.00')])
      expect(installmentState({ ...balance, credited }, TODAY)).toBe('OVERDUE');
  });

  it.each(['WAIVED', 'CANCELLED'] as const)(
    'closed as %s it is that, whatever was paid and due',
    (closedAs) => {
      for (const paid of ['0.00', '50.00', '100.00'])
        for (const dueOn of [null, day('2025-03-20'), day('2025-03-22')])
          expect(installmentState({ amount: eur('100.00'), paid: eur(paid), dueOn, closedAs }, TODAY)).toBe(
            closedAs,
          );
    },
  );

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

describe('what is open', () => {
  it.each([
    ['100.00', '30.00', null, '70.00'],
    ['100.00', '30.00', '70.00', '0.00'],
    ['100.00', '30.00', '20.00', '50.00'],
    ['100.00', '0.00', undefined, '100.00'],
    ['100.00', '100.00', '10.00', '-10.00'],
  ])('of %s, %s paid and %s taken off: %s', (amount, paid, credited, open) => {
    const taken = credited == null ? credited : eur(credited);
    expect(openAmount({ amount: eur(amount), paid: eur(paid), credited: taken })).toEqual(eur(open));
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
