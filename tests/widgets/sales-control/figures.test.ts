import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eur, unit } from '#tests/widgets/fixtures/board-units.ts';
import { tower } from '#tests/widgets/fixtures/tower.ts';
import { boardUnit } from '#widgets/inventory/sales-control/board-unit.ts';
import { figuresOf, isReleased, legendOf, tallyOf } from '#widgets/inventory/sales-control/figures.ts';
import { UNIT_STATES } from '#widgets/shared/unit-state/unit-appearance.ts';

describe('the legend', () => {
  it('counts and adds up by state, in the order of the road, without states that do not occur', () => {
    const legend = legendOf(
      [
        unit({ number: '1', state: 'CONTRACTED', price: eur(0.1) }),
        unit({ number: '2', state: 'AVAILABLE', price: eur(0.2) }),
        unit({ number: '3', state: 'CONTRACTED', price: eur(0.2) }),
      ].map(tallyOf),
    );
    expect(legend).toEqual([
      { state: 'AVAILABLE', count: 1, value: [eur(0.2)] },
      { state: 'CONTRACTED', count: 2, value: [eur(0.3)] },
    ]);
  });

  it('adds prices exactly beyond what a float could', () => {
    const price = { micros: 9_007_199_254_740_993n, currency: 'VND' };
    const units = Array.from({ length: 1_000 }, (_, index) => unit({ number: `${index}`, price }));
    expect(legendOf(units.map(tallyOf))[0]?.value).toEqual([
      { micros: 9_007_199_254_740_993_000n, currency: 'VND' },
    ]);
  });

  it('keeps currencies apart and leaves units without a price out of the value', () => {
    const [entry] = legendOf(
      [
        unit({ number: '1', price: eur(5) }),
        unit({ number: '2', price: { micros: 7n, currency: 'USD' } }),
        unit({ number: '3', price: null }),
      ].map(tallyOf),
    );
    expect(entry?.count).toBe(3);
    expect(entry?.value).toEqual([eur(5), { micros: 7n, currency: 'USD' }]);
  });

  it('adds up to the totals line, whatever the units', () => {
    const units = fc.array(
      fc.record({
        number: fc.string(),
        state: fc.constantFrom(...UNIT_STATES),
        price: fc.option(fc.record({ micros: fc.bigInt(0n, 10n ** 18n), currency: fc.constant('EUR') })),
      }),
    );
    fc.assert(
      fc.property(units, (specs) => {
        const all = specs.map((spec, index) => unit({ ...spec, id: `${index}` }));
        const legend = legendOf(all.map(tallyOf));
        const figures = figuresOf(all.map(tallyOf));
        const value = legend.reduce((sum, entry) => sum + (entry.value[0]?.micros ?? 0n), 0n);
        expect(legend.reduce((sum, entry) => sum + entry.count, 0)).toBe(figures.units);
        expect(value).toBe(figures.value[0]?.micros ?? 0n);
        expect(figures.sold).toBeLessThanOrEqual(figures.released);
      }),
    );
  });
});

describe('the totals line', () => {
  it('counts as sold what is under contract, handed over or titled', () => {
    const units = UNIT_STATES.map((state) => unit({ number: state, state }));
    expect(figuresOf(units.map(tallyOf))).toMatchObject({ units: 10, sold: 3, soldValue: [eur(300_000)] });
  });

  it('counts a frozen unit as released only when it was on sale before', () => {
    expect(isReleased(unit({ number: '1', state: 'FROZEN' }))).toBe(false);
    expect(isReleased(unit({ number: '1', state: 'FROZEN', releasedAt: '2026-01-01T00:00:00Z' }))).toBe(true);
  });

  it('of the tower of 218 units is what a hand count gives', () => {
    const records = tower();
    const figures = figuresOf(records.map(boardUnit).map(tallyOf));
    const sold = records.filter(({ state }) => ['CONTRACTED', 'HANDED_OVER', 'TITLED'].includes(state ?? ''));
    expect(figures.units).toBe(218);
    expect(figures.sold).toBe(sold.length);
    expect(figures.soldValue[0]?.micros).toBe(
      sold.reduce((sum, { listPrice }) => sum + BigInt(listPrice?.amountMicros ?? 0), 0n),
    );
  });
});
