/** D2.6: what re-planning takes off and what it leaves to plan, whatever was paid, waived or settled before. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlannedLine, replan } from '#domain/ledger/index.ts';
import { formatMoney, money, zero } from '#domain/shared/money.ts';
import { eur } from '../amounts.ts';

const line = (seq: number, amount: string, paid: string, settled = '0.00'): PlannedLine => ({
  id: `I${seq}`,
  seq,
  amount: eur(amount),
  credited: eur(settled),
  settled: eur(settled),
  paid: eur(paid),
});

const shown = ({ takenOff, remaining, excess }: ReturnType<typeof replan>) => ({
  takenOff: takenOff.map(({ id, amount }) => `${id} ${formatMoney(amount)}`),
  remaining: formatMoney(remaining),
  excess: formatMoney(excess),
});

const LINES = [line(1, '20.00', '20.00'), line(2, '30.00', '10.00'), line(3, '50.00', '0.00')];

describe('re-planning', () => {
  it.each([
    ['the same price', '100.00', ['I3 50.00', 'I2 20.00'], '70.00', '0.00'],
    ['a higher price', '130.00', ['I3 50.00', 'I2 20.00'], '100.00', '0.00'],
    ['a lower price', '31.00', ['I3 50.00', 'I2 20.00'], '1.00', '0.00'],
    ['just what was paid', '30.00', ['I3 50.00', 'I2 20.00'], '0.00', '0.00'],
    ['less than was paid', '25.00', ['I3 50.00', 'I2 25.00'], '0.00', '5.00'],
    ['much less than was paid', '5.00', ['I3 50.00', 'I2 30.00', 'I1 15.00'], '0.00', '25.00'],
  ])('to %s', (_what, price, takenOff, remaining, excess) => {
    expect(shown(replan(LINES, eur(price)))).toEqual({ takenOff, remaining, excess });
  });

  it('what was waived or settled belongs to the price and is not asked for once more', () => {
    const lines = [line(1, '40.00', '30.00'), line(2, '60.00', '0.00', '25.00')];
    expect(shown(replan(lines, eur('100.00')))).toEqual({
      takenOff: ['I2 35.00', 'I1 10.00'],
      remaining: '45.00',
      excess: '0.00',
    });
  });

  it('a receipt that came in between leaves what an earlier run has planned, and becomes balance', () => {
    const lines = [line(1, '20.00', '20.00'), line(2, '30.00', '30.00'), line(3, '50.00', '5.00')];
    expect(shown(replan(lines, eur('100.00'), eur('70.00')))).toEqual({
      takenOff: ['I3 50.00', 'I2 20.00'],
      remaining: '70.00',
      excess: '25.00',
    });
  });

  it('one that bounced in between stays asked for on the first of the old lines', () => {
    const lines = [line(1, '20.00', '0.00'), line(2, '30.00', '10.00'), line(3, '50.00', '0.00')];
    expect(shown(replan(lines, eur('100.00'), eur('70.00')))).toEqual({
      takenOff: ['I3 50.00', 'I2 20.00'],
      remaining: '70.00',
      excess: '0.00',
    });
  });

  const minor = fc.bigInt({ min: 0n, max: 1_000n });
  const anyLines = fc
    .array(fc.tuple(minor, minor, minor, minor), { minLength: 1, maxLength: 6 })
    .map((rows) =>
      rows.map(([paid, open, settled, replanned], index): PlannedLine => {
        const eurOf = (amount: bigint) => money(amount, 'EUR');
        const credited = eurOf(settled + replanned);
        const amount = eurOf(paid + open + settled + replanned);
        return { id: `I${index}`, seq: index, amount, credited, settled: eurOf(settled), paid: eurOf(paid) };
      }),
    );
  const total = (lines: readonly PlannedLine[], of: (one: PlannedLine) => bigint) =>
    lines.reduce((all, one) => all + of(one), 0n);

  it('E21.6: old lines, new ones and what was settled make the price, and a second run takes nothing more off', () => {
    fc.assert(
      fc.property(anyLines, fc.bigInt({ min: 1n, max: 9_000n }), anyLines, (lines, price, other) => {
        const settled = total(lines, (one) => one.settled.minor);
        const { takenOff, remaining, excess } = replan(lines, money(price, 'EUR'));
        const offOf = (id: string) => takenOff.find((one) => one.id === id)?.amount.minor ?? 0n;
        const kept = total(lines, (one) => one.amount.minor - one.credited.minor - offOf(one.id));
        for (const one of lines)
          expect(offOf(one.id) <= one.amount.minor - one.credited.minor && offOf(one.id) >= 0n).toBe(true);
        if (price >= settled) expect(kept + remaining.minor + settled).toBe(price);
        expect(total(lines, (one) => one.paid.minor)).toBe(kept + excess.minor);
        // Whatever was paid in between.
        const after = lines.map((one, index) => ({
          ...one,
          credited: money(one.credited.minor + offOf(one.id), 'EUR'),
          paid: lesserOf(
            other[index]?.paid.minor ?? 0n,
            one.amount.minor - one.credited.minor - offOf(one.id),
          ),
        }));
        if (price >= settled) expect(replan(after, money(price, 'EUR'), remaining).takenOff).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  const lesserOf = (one: bigint, other: bigint) => money(one < other ? one : other, 'EUR');

  it('a price in another currency is an error of the caller', () => {
    expect(() => replan(LINES, zero('USD'))).toThrow();
  });
});
