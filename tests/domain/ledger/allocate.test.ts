import fc from 'fast-check';
import { sortBy } from 'lodash';
import { describe, expect, it } from 'vitest';
import { allocateOldestFirst, type OpenInstallment, openAmount } from '#domain/ledger/index.ts';
import {
  add,
  compare,
  formatMoney,
  isPositive,
  lesser,
  money,
  subtract,
  sum,
  zero,
} from '#domain/shared/money.ts';
import { anyDay, anyEuros, day, eur } from '../amounts.ts';

const installment = (seq: number, dueOn: string | null, amount: string, paid = '0.00'): OpenInstallment => ({
  id: `I${seq}`,
  seq,
  amount: eur(amount),
  paid: eur(paid),
  dueOn: dueOn === null ? null : day(dueOn),
});

function allocate(
  amount: string,
  installments: readonly OpenInstallment[],
  { on = '2025-03-21', allowPrepayment = false } = {},
) {
  const { allocations, rest } = allocateOldestFirst(eur(amount), installments, {
    on: day(on),
    allowPrepayment,
  });
  return {
    given: allocations.map(({ installmentId, amount: part }) => `${installmentId} ${formatMoney(part)}`),
    rest: formatMoney(rest),
  };
}

/** E7: as of 2025-03-21 two are due and one is not. */
const E7 = [
  installment(1, '2025-01-31', '50000.00'),
  installment(2, '2025-02-28', '80000.00'),
  installment(3, '2025-03-31', '60000.00'),
];

describe('the principal of E7, oldest due date first (D4)', () => {
  it.each([
    ['40000.00', ['I1 40000.00'], '0.00'],
    ['50000.00', ['I1 50000.00'], '0.00'],
    ['100000.00', ['I1 50000.00', 'I2 50000.00'], '0.00'],
    ['130000.00', ['I1 50000.00', 'I2 80000.00'], '0.00'],
    ['150000.00', ['I1 50000.00', 'I2 80000.00'], '20000.00'],
    ['0.01', ['I1 0.01'], '0.00'],
    ['0.00', [], '0.00'],
  ])('a receipt of %s', (amount, given, rest) => {
    expect(allocate(amount, E7)).toEqual({ given, rest });
  });

  it('D4.4: what is not due yet is touched only with prepayment allowed; then it takes the rest', () => {
    expect(allocate('150000.00', E7, { allowPrepayment: true })).toEqual({
      given: ['I1 50000.00', 'I2 80000.00', 'I3 20000.00'],
      rest: '0.00',
    });
  });

  it('D4.5: what no installment can take stays the buyer’s, prepayment or not', () => {
    expect(allocate('200000.00', E7, { allowPrepayment: true }).rest).toBe('10000.00');
    expect(allocate('200000.00', []).rest).toBe('200000.00');
  });

  it('an installment that falls due on the very day takes money', () => {
    expect(allocate('150000.00', E7, { on: '2025-03-31' }).given).toEqual([
      'I1 50000.00',
      'I2 80000.00',
      'I3 20000.00',
    ]);
  });
});

describe('the order of installments (D4.4)', () => {
  it('is by due date, whatever the order in which they are given', () => {
    expect(allocate('100000.00', [...E7].reverse()).given).toEqual(['I1 50000.00', 'I2 50000.00']);
  });

  it('is by number where the due date is the same: the lower one first', () => {
    const tied = [
      installment(10, '2025-03-01', '10.00'),
      installment(9, '2025-03-01', '10.00'),
      installment(2, '2025-03-01', '10.00'),
    ];
    expect(allocate('25.00', tied).given).toEqual(['I2 10.00', 'I9 10.00', 'I10 5.00']);
  });

  it('those without a due date come last: nobody owes them yet', () => {
    const mixed = [installment(1, null, '10.00'), installment(2, '2099-01-01', '10.00')];
    expect(allocate('15.00', mixed, { allowPrepayment: true }).given).toEqual(['I2 10.00', 'I1 5.00']);
    expect(allocate('15.00', mixed)).toEqual({ given: [], rest: '15.00' });
  });

  it('leaves the given list as it was', () => {
    const installments = [...E7].reverse();
    allocate('100000.00', installments);
    expect(installments.map(({ id }) => id)).toEqual(['I3', 'I2', 'I1']);
  });
});

describe('never more than is open (D4.5)', () => {
  it('a part-paid installment takes only what is left of it', () => {
    const installments = [
      installment(1, '2025-01-31', '50.00', '49.99'),
      installment(2, '2025-02-28', '80.00'),
    ];
    expect(allocate('10.00', installments).given).toEqual(['I1 0.01', 'I2 9.99']);
  });

  it.each(['50.00', '60.00'])('one with %s paid of 50.00 takes nothing and gives nothing back', (paid) => {
    const installments = [installment(1, '2025-01-31', '50.00', paid), installment(2, '2025-02-28', '80.00')];
    expect(allocate('10.00', installments)).toEqual({ given: ['I2 10.00'], rest: '0.00' });
  });
});

describe('any receipt over any installments', () => {
  const anyOpen = fc
    .array(
      fc.record({
        amount: anyEuros({ max: 10_000n }),
        paid: anyEuros({ max: 10_000n }),
        dueOn: fc.option(anyDay('2025-03-01', '2025-03-10')),
      }),
      { maxLength: 12 },
    )
    .map((rows) =>
      rows.map(
        ({ amount, paid, dueOn }, index): OpenInstallment => ({
          id: `I${index}`,
          seq: index,
          amount,
          paid: lesser(amount, paid),
          dueOn,
        }),
      ),
    );
  const anyRule = fc.record({ on: anyDay('2025-02-27', '2025-03-12'), allowPrepayment: fc.boolean() });
  const anyReceipt = anyEuros({ max: 60_000n });
  const given = (parts: readonly { amount: ReturnType<typeof eur> }[]) =>
    sum(
      parts.map(({ amount }) => amount),
      'EUR',
    );

  it('conserves money: what is given and what is left make the receipt (E21.6)', () => {
    fc.assert(
      fc.property(anyReceipt, anyOpen, anyRule, (receipt, open, rule) => {
        const { allocations, rest } = allocateOldestFirst(receipt, open, rule);
        expect(add(given(allocations), rest)).toEqual(receipt);
        expect(rest.minor >= 0n).toBe(true);
        expect(allocations.every(({ amount }) => isPositive(amount))).toBe(true);
      }),
    );
  });

  it('gives each installment one part at most, and never more than is open', () => {
    fc.assert(
      fc.property(anyReceipt, anyOpen, anyRule, (receipt, open, rule) => {
        const { allocations } = allocateOldestFirst(receipt, open, rule);
        expect(new Set(allocations.map(({ installmentId }) => installmentId)).size).toBe(allocations.length);
        for (const { installmentId, amount } of allocations) {
          const target = open.find(({ id }) => id === installmentId);
          expect(target && compare(amount, openAmount(target))).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it('keeps a rest only when nothing that may take money is open any more', () => {
    fc.assert(
      fc.property(anyReceipt, anyOpen, anyRule, (receipt, open, rule) => {
        const { allocations, rest } = allocateOldestFirst(receipt, open, rule);
        const takers = open.filter(
          ({ dueOn }) => rule.allowPrepayment || (dueOn !== null && dueOn <= rule.on),
        );
        const wanted = sum(takers.map(openAmount), 'EUR');
        expect(rest).toEqual(compare(receipt, wanted) > 0 ? subtract(receipt, wanted) : zero('EUR'));
        const takerIds = takers.map(({ id }) => id);
        expect(allocations.every(({ installmentId }) => takerIds.includes(installmentId))).toBe(true);
      }),
    );
  });

  it('leaves nothing older open while something younger is paid', () => {
    fc.assert(
      fc.property(anyReceipt, anyOpen, anyRule, (receipt, open, rule) => {
        const { allocations } = allocateOldestFirst(receipt, open, rule);
        const order = sortBy(open, [({ dueOn }) => dueOn ?? '9999', 'seq']).map(({ id }) => id);
        const parts = sortBy(allocations, ({ installmentId }) => order.indexOf(installmentId));
        expect(allocations).toEqual(parts);
        for (const { installmentId, amount } of parts.slice(0, -1)) {
          const target = open.find(({ id }) => id === installmentId);
          expect(target && openAmount(target)).toEqual(amount);
        }
      }),
    );
  });

  it('one receipt or the same money in two, the installments get the same (D4)', () => {
    fc.assert(
      fc.property(
        anyReceipt,
        anyOpen,
        anyRule,
        fc.integer({ min: 0, max: 100 }),
        (receipt, open, rule, cut) => {
          const first = money((receipt.minor * BigInt(cut)) / 100n, 'EUR');
          const paidBy = (parts: readonly { installmentId: string; amount: typeof first }[], id: string) =>
            given(parts.filter(({ installmentId }) => installmentId === id));
          const atOnce = allocateOldestFirst(receipt, open, rule).allocations;
          const one = allocateOldestFirst(first, open, rule).allocations;
          const later = open.map((each) => ({ ...each, paid: add(each.paid, paidBy(one, each.id)) }));
          const two = allocateOldestFirst(subtract(receipt, first), later, rule).allocations;
          for (const { id } of open) expect(paidBy([...one, ...two], id)).toEqual(paidBy(atOnce, id));
        },
      ),
    );
  });

  it('allocated and taken back, newest first, leaves what is paid as it was (D4.6)', () => {
    fc.assert(
      fc.property(anyReceipt, anyOpen, anyRule, (receipt, open, rule) => {
        const { allocations } = allocateOldestFirst(receipt, open, rule);
        const paid = new Map(open.map(({ id, paid: before }) => [id, before]));
        const change = (id: string, by: (before: typeof receipt) => typeof receipt) =>
          paid.set(id, by(paid.get(id) ?? zero('EUR')));
        for (const { installmentId, amount } of allocations) change(installmentId, (was) => add(was, amount));
        for (const { installmentId, amount } of allocations.toReversed()) {
          change(installmentId, (was) => subtract(was, amount));
        }
        expect([...paid]).toEqual(open.map(({ id, paid: before }) => [id, before]));
      }),
    );
  });
});
