import fc from 'fast-check';
import { sortBy } from 'lodash';
import { describe, expect, it } from 'vitest';
import { type AllocationOrder, allocate, byDueDate, type Debt, type Part } from '#domain/ledger/index.ts';
import { add, compare, formatMoney, isPositive, lesser, money, subtract, sum } from '#domain/shared/money.ts';
import { anyDay, anyEuros, day, eur } from '../amounts.ts';
import { anyOrder } from './ledgers.ts';

const debt = (seq: number, dueOn: string | null, principal: string, fee = '0.00'): Debt => ({
  id: `I${seq}`,
  seq,
  dueOn: dueOn === null ? null : day(dueOn),
  principal: eur(principal),
  fee: eur(fee),
});

function pay(amount: string, debts: readonly Debt[], order: AllocationOrder = 'PRINCIPAL_FIRST') {
  const { parts, rest } = allocate(eur(amount), debts, order);
  return {
    given: parts.map((part) => `${part.id} ${part.kind} ${formatMoney(part.amount)}`),
    rest: formatMoney(rest),
  };
}

const A = 'FEE_THEN_PRINCIPAL_PER_INSTALLMENT';
const B = 'ALL_FEES_THEN_PRINCIPAL';
const C = 'PRINCIPAL_FIRST';

/** E7: what is due on 2025-03-21, five per ten thousand a day. The third is not due: `replay` leaves it out. */
const E7 = [
  debt(1, '2025-01-31', '50000.00', '1225.00'),
  debt(2, '2025-02-28', '80000.00', '840.00'),
  debt(3, '2025-03-31', '60000.00'),
];
const DUE = E7.slice(0, 2);

describe('E7 in the three orders (D4.2)', () => {
  it.each<[string, AllocationOrder, string[]]>([
    ['40000.00', A, ['I1 FEE 1225.00', 'I1 PRINCIPAL 38775.00']],
    ['40000.00', B, ['I1 FEE 1225.00', 'I2 FEE 840.00', 'I1 PRINCIPAL 37935.00']],
    ['40000.00', C, ['I1 PRINCIPAL 40000.00']],
    ['100000.00', A, ['I1 FEE 1225.00', 'I1 PRINCIPAL 50000.00', 'I2 FEE 840.00', 'I2 PRINCIPAL 47935.00']],
    ['100000.00', B, ['I1 FEE 1225.00', 'I2 FEE 840.00', 'I1 PRINCIPAL 50000.00', 'I2 PRINCIPAL 47935.00']],
    ['100000.00', C, ['I1 PRINCIPAL 50000.00', 'I2 PRINCIPAL 50000.00']],
  ])('%s in %s', (amount, order, given) => {
    expect(pay(amount, DUE, order)).toEqual({ given, rest: '0.00' });
  });

  it.each([A, B, C] as const)('132,065.00 pays all that is due and a cent less does not: %s', (order) => {
    const paid = (parts: readonly string[]) => parts.map((part) => part.replace(/ [\d.]+$/, '')).sort();
    expect(pay('132065.01', DUE, order).rest).toBe('0.01');
    expect(paid(pay('132065.00', DUE, order).given)).toEqual([
      'I1 FEE',
      'I1 PRINCIPAL',
      'I2 FEE',
      'I2 PRINCIPAL',
    ]);
    expect(pay('132064.99', DUE, order).rest).toBe('0.00');
  });

  it('C: fees come last, after the principal of the youngest debt', () => {
    expect(pay('131000.00', DUE, C).given).toEqual([
      'I1 PRINCIPAL 50000.00',
      'I2 PRINCIPAL 80000.00',
      'I1 FEE 1000.00',
    ]);
  });
});

describe('the principal of E7, oldest due date first (D4)', () => {
  const principal = DUE.map((one) => ({ ...one, fee: eur('0.00') }));

  it.each([
    ['40000.00', ['I1 PRINCIPAL 40000.00'], '0.00'],
    ['50000.00', ['I1 PRINCIPAL 50000.00'], '0.00'],
    ['100000.00', ['I1 PRINCIPAL 50000.00', 'I2 PRINCIPAL 50000.00'], '0.00'],
    ['130000.00', ['I1 PRINCIPAL 50000.00', 'I2 PRINCIPAL 80000.00'], '0.00'],
    ['150000.00', ['I1 PRINCIPAL 50000.00', 'I2 PRINCIPAL 80000.00'], '20000.00'],
    ['0.01', ['I1 PRINCIPAL 0.01'], '0.00'],
    ['0.00', [], '0.00'],
  ])('a receipt of %s', (amount, given, rest) => {
    for (const order of [A, B, C] as const) expect(pay(amount, principal, order)).toEqual({ given, rest });
  });

  it('D4.5: what no debt can take is left', () => {
    expect(pay('200000.00', E7).rest).toBe('7935.00');
    expect(pay('200000.00', [])).toEqual({ given: [], rest: '200000.00' });
  });
});

describe('the order of debts (D4.4)', () => {
  it.each([A, B, C] as const)('is by due date, whatever the order in which they are given: %s', (order) => {
    expect(pay('100000.00', [...E7].reverse(), order)).toEqual(pay('100000.00', E7, order));
  });

  it('is by number where the due date is the same: the lower one first', () => {
    const tied = [
      debt(10, '2025-03-01', '10.00'),
      debt(9, '2025-03-01', '10.00'),
      debt(2, '2025-03-01', '10.00'),
    ];
    expect(pay('25.00', tied).given).toEqual([
      'I2 PRINCIPAL 10.00',
      'I9 PRINCIPAL 10.00',
      'I10 PRINCIPAL 5.00',
    ]);
  });

  it('those without a due date come last: nobody owes them yet', () => {
    const mixed = [debt(1, null, '10.00'), debt(2, '2099-01-01', '10.00')];
    expect(pay('15.00', mixed).given).toEqual(['I2 PRINCIPAL 10.00', 'I1 PRINCIPAL 5.00']);
    expect([debt(2, null, '1.00'), debt(1, null, '1.00')].sort(byDueDate).map(({ id }) => id)).toEqual([
      'I1',
      'I2',
    ]);
  });

  it('leaves the given list as it was', () => {
    const debts = [...E7].reverse();
    pay('100000.00', debts);
    expect(debts.map(({ id }) => id)).toEqual(['I3', 'I2', 'I1']);
  });
});

describe('never more than is open (D4.5)', () => {
  it('a part-paid debt takes only what is left of it', () => {
    const debts = [debt(1, '2025-01-31', '0.01'), debt(2, '2025-02-28', '80.00')];
    expect(pay('10.00', debts).given).toEqual(['I1 PRINCIPAL 0.01', 'I2 PRINCIPAL 9.99']);
  });

  it.each(['0.00', '-10.00'])('one with %s open takes nothing and gives nothing back', (open) => {
    const debts = [debt(1, '2025-01-31', open, open), debt(2, '2025-02-28', '80.00')];
    for (const order of [A, B, C] as const)
      expect(pay('10.00', debts, order)).toEqual({ given: ['I2 PRINCIPAL 10.00'], rest: '0.00' });
  });
});

describe('any money over any debts', () => {
  const anyDebts = fc
    .array(
      fc.record({
        principal: anyEuros({ max: 10_000n }),
        fee: fc.oneof(fc.constant(eur('0.00')), anyEuros({ max: 900n })),
        dueOn: fc.option(anyDay('2025-03-01', '2025-03-10')),
      }),
      { maxLength: 12 },
    )
    .map((rows) => rows.map((row, index): Debt => ({ ...row, id: `I${index}`, seq: index })));
  const anyMoney = anyEuros({ max: 60_000n });
  const given = (parts: readonly Pick<Part, 'amount'>[]) =>
    sum(
      parts.map(({ amount }) => amount),
      'EUR',
    );
  const owed = (debts: readonly Debt[]) =>
    given(debts.flatMap(({ principal, fee }) => [principal, fee].map((amount) => ({ amount }))));
  const openOf = (debts: readonly Debt[], { id, kind }: Pick<Part, 'id' | 'kind'>) => {
    const found = debts.find((one) => one.id === id);
    return (kind === 'FEE' ? found?.fee : found?.principal) ?? eur('0.00');
  };
  const holds = (check: (receipt: ReturnType<typeof eur>, debts: Debt[], order: AllocationOrder) => void) =>
    fc.assert(fc.property(anyMoney, anyDebts, anyOrder, check), { numRuns: 2_000 });

  it('is conserved: what is given and what is left make the money (E21.6)', () => {
    holds((receipt, debts, order) => {
      const { parts, rest } = allocate(receipt, debts, order);
      expect(add(given(parts), rest)).toEqual(receipt);
      expect(rest.minor >= 0n).toBe(true);
      expect(parts.every(({ amount }) => isPositive(amount))).toBe(true);
    });
  });

  it('gives each fee and each principal one part at most, and never more than is open', () => {
    holds((receipt, debts, order) => {
      const { parts } = allocate(receipt, debts, order);
      expect(new Set(parts.map(({ id, kind }) => `${id} ${kind}`)).size).toBe(parts.length);
      for (const part of parts) expect(compare(part.amount, openOf(debts, part))).toBeLessThanOrEqual(0);
    });
  });

  it('keeps a rest only when nothing is open any more', () => {
    holds((receipt, debts, order) => {
      const { rest } = allocate(receipt, debts, order);
      expect(rest).toEqual(subtract(receipt, lesser(receipt, owed(debts))));
    });
  });

  it('leaves nothing that comes earlier open while something later is paid (D4.2)', () => {
    const ranks: Record<
      AllocationOrder,
      (part: Pick<Part, 'id' | 'kind'>, debts: readonly Debt[]) => number
    > = {
      [A]: ({ id, kind }, debts) => rankOf(id, debts) * 2 + (kind === 'FEE' ? 0 : 1),
      [B]: ({ id, kind }, debts) => rankOf(id, debts) + (kind === 'FEE' ? 0 : 1_000),
      [C]: ({ id, kind }, debts) => rankOf(id, debts) + (kind === 'FEE' ? 1_000 : 0),
    };
    const rankOf = (id: string, debts: readonly Debt[]) =>
      sortBy(debts, [({ dueOn }) => dueOn ?? '9999', 'seq']).findIndex((one) => one.id === id);
    holds((receipt, debts, order) => {
      const { parts } = allocate(receipt, debts, order);
      const open = debts
        .flatMap(({ id }) => (['FEE', 'PRINCIPAL'] as const).map((kind) => ({ id, kind })))
        .filter((part) => isPositive(openOf(debts, part)));
      const inOrder = sortBy(open, (part) => ranks[order](part, debts));
      expect(parts.map(({ id, kind }) => ({ id, kind }))).toEqual(inOrder.slice(0, parts.length));
      for (const part of parts.slice(0, -1)) expect(part.amount).toEqual(openOf(debts, part));
    });
  });

  it('at once or in two parts, the debts get the same (D4)', () => {
    const anyCut = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(anyMoney, anyDebts, anyOrder, anyCut, (receipt, debts, order, cut) => {
        const first = money((receipt.minor * BigInt(cut)) / 100n, 'EUR');
        const paidBy = (parts: readonly Part[], id: string, kind: Part['kind']) =>
          given(parts.filter((part) => part.id === id && part.kind === kind));
        const atOnce = allocate(receipt, debts, order).parts;
        const one = allocate(first, debts, order).parts;
        const later = debts.map((each) => ({
          ...each,
          principal: subtract(each.principal, paidBy(one, each.id, 'PRINCIPAL')),
          fee: subtract(each.fee, paidBy(one, each.id, 'FEE')),
        }));
        const two = allocate(subtract(receipt, first), later, order).parts;
        for (const { id } of debts) {
          for (const kind of ['FEE', 'PRINCIPAL'] as const)
            expect(paidBy([...one, ...two], id, kind)).toEqual(paidBy(atOnce, id, kind));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('allocated and taken back, newest first, leaves what is open as it was (D4.6)', () => {
    holds((receipt, debts, order) => {
      const { parts, rest } = allocate(receipt, debts, order);
      const open = new Map(
        debts.flatMap(({ id, principal, fee }) => [
          [`${id} PRINCIPAL`, principal],
          [`${id} FEE`, fee],
        ]),
      );
      const before = [...open];
      const key = ({ id, kind }: Part) => `${id} ${kind}`;
      for (const part of parts)
        open.set(key(part), subtract(open.get(key(part)) ?? eur('0.00'), part.amount));
      let back = rest;
      for (const part of parts.toReversed()) {
        open.set(key(part), add(open.get(key(part)) ?? eur('0.00'), part.amount));
        back = add(back, part.amount);
      }
      expect([...open]).toEqual(before);
      expect(back).toEqual(receipt);
    });
  });
});
