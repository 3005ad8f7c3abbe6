import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eur, unit } from '#tests/widgets/fixtures/board-units.ts';
import { NOW } from '#tests/widgets/fixtures/tower.ts';
import {
  bandsOf,
  isFiltering,
  matches,
  NO_FILTERS,
  toggled,
  typesOf,
} from '#widgets/inventory/sales-control/filters.ts';

const flat = unit({
  number: '12-03',
  state: 'HELD',
  kind: 'RESIDENCE',
  unitType: '2BR-A',
  price: eur(250_000),
  holder: 'Ada Lovelace',
  heldUntil: new Date(NOW + 60 * 60_000).toISOString(),
  isMine: true,
});

describe('filters', () => {
  it('show everything when none is set', () => {
    expect(isFiltering(NO_FILTERS)).toBe(false);
    expect(matches(flat, NO_FILTERS, NOW)).toBe(true);
  });

  it.each([
    ['a state', { states: ['HELD'] as const }, { states: ['AVAILABLE'] as const }],
    [
      'one of several states',
      { states: ['AVAILABLE', 'HELD'] as const },
      { states: ['TITLED', 'FROZEN'] as const },
    ],
    ['a kind', { type: 'kind:RESIDENCE' }, { type: 'kind:SHOP' }],
    ['a type', { type: 'type:2BR-A' }, { type: 'type:3BR-B' }],
    ['a part of the number', { text: '2-0' }, { text: '13-' }],
    ['the holder, whatever the case', { text: ' LOVELACE ' }, { text: 'byron' }],
    ['a part of the type', { text: '2br' }, { text: '3br' }],
    [
      'a price band, its lower end included and its upper end not',
      { band: { from: eur(250_000).micros, to: eur(300_000).micros } },
      { band: { from: eur(200_000).micros, to: eur(250_000).micros } },
    ],
  ])('by %s let the right units through', (_name, through, out) => {
    expect(matches(flat, { ...NO_FILTERS, ...through }, NOW)).toBe(true);
    expect(matches(flat, { ...NO_FILTERS, ...out }, NOW)).toBe(false);
  });

  it('by what is mine, and by what ends soon or has ended', () => {
    const theirs = { ...flat, isMine: false, heldUntil: new Date(NOW + 3 * 3_600_000).toISOString() };
    const over = { ...flat, heldUntil: new Date(NOW - 1).toISOString() };
    const free = { ...flat, heldUntil: null };
    const through = (filter: object) =>
      [flat, theirs, over, free].map((one) => matches(one, { ...NO_FILTERS, ...filter }, NOW));
    expect(through({ isMine: true })).toEqual([true, false, true, true]);
    expect(through({ isEnding: true })).toEqual([true, false, true, false]);
    expect(isFiltering({ ...NO_FILTERS, isMine: true })).toBe(true);
    expect(isFiltering({ ...NO_FILTERS, isEnding: true })).toBe(true);
  });

  it('must all be met at once', () => {
    expect(matches(flat, { ...NO_FILTERS, states: ['HELD'], text: 'byron' }, NOW)).toBe(false);
  });

  it('leave units without a price out of every band', () => {
    const band = { from: 0n, to: 10n ** 30n };
    expect(matches({ ...flat, price: null }, { ...NO_FILTERS, band }, NOW)).toBe(false);
  });

  it('by a state are taken back by choosing it again', () => {
    expect(toggled(toggled([], 'HELD'), 'HELD')).toEqual([]);
  });
});

describe('what can be filtered by', () => {
  it('is each kind and each type that occurs, once', () => {
    const units = [
      flat,
      unit({ number: '1', kind: 'SHOP', unitType: '10BR' }),
      unit({ number: '2', unitType: '2BR-A' }),
    ];
    expect(typesOf(units)).toEqual({ kinds: ['RESIDENCE', 'SHOP'], types: ['2BR-A', '10BR'] });
  });

  it('are bands of a round width that hold every price once', () => {
    const prices = fc.array(fc.bigInt(1n, 10n ** 15n), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(prices, (micros) => {
        const units = micros.map((price, index) =>
          unit({ number: `${index}`, price: { micros: price, currency: 'EUR' } }),
        );
        const bands = bandsOf(units);
        if (new Set(micros).size < 2) return bands.length === 0;
        const holding = (price: bigint) => bands.filter(({ from, to }) => price >= from && price < to).length;
        return bands.length <= 6 && micros.every((price) => holding(price) === 1);
      }),
    );
  });

  it('are bands that a person would have chosen', () => {
    const units = [12.3, 14.9, 17.2, 19].map((millions, index) =>
      unit({ number: `${index}`, price: eur(millions * 1e6) }),
    );
    expect(bandsOf(units).map(({ from, to }) => [from / 10n ** 12n, to / 10n ** 12n])).toEqual([
      [12n, 14n],
      [14n, 16n],
      [16n, 18n],
      [18n, 20n],
    ]);
  });
});
