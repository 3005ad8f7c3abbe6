import { describe, expect, it } from 'vitest';
import { unit } from '#tests/widgets/fixtures/board-units.ts';
import { floorLabel, gridOf, moveFrom, stackOf } from '#widgets/inventory/sales-control/floors.ts';

const numbers = (grid: ReturnType<typeof gridOf>) =>
  grid.rows.map((row) => [row.floor, row.cells.map((cell) => cell?.number ?? null)]);

describe('floors of a building', () => {
  it('stand from the top down, basements below, units without a floor last', () => {
    const grid = gridOf([
      unit({ number: 'a', floor: 1 }),
      unit({ number: 'b', floor: null }),
      unit({ number: 'c', floor: -2 }),
      unit({ number: 'd', floor: 12 }),
      unit({ number: 'e', floor: -1 }),
    ]);
    expect(grid.rows.map((row) => row.floor)).toEqual([12, 1, -1, -2, null]);
  });

  it('have their units from left to right by number, counted as people count', () => {
    const grid = gridOf(['10', '2', '1'].map((number) => unit({ number: `X${number}`, floor: 3 })));
    expect(numbers(grid)).toEqual([[3, ['X1', 'X2', 'X10']]]);
  });

  it('keep a stack in one column when a floor lacks a unit', () => {
    const grid = gridOf([
      ...['01', '02', '03'].map((stack) => unit({ number: `12-${stack}`, floor: 12 })),
      ...['01', '03'].map((stack) => unit({ number: `11-${stack}`, floor: 11 })),
    ]);
    expect(numbers(grid)).toEqual([
      [12, ['12-01', '12-02', '12-03']],
      [11, ['11-01', null, '11-03']],
    ]);
    expect(grid.columns).toBe(3);
  });

  it('are filled from the left when the numbers share no stacks', () => {
    const grid = gridOf([
      ...['k', 'm', 'p'].map((number) => unit({ number, floor: 2 })),
      ...['q', 'r', 's'].map((number) => unit({ number, floor: 1 })),
    ]);
    expect(numbers(grid)).toEqual([
      [2, ['k', 'm', 'p']],
      [1, ['q', 'r', 's']],
    ]);
  });

  it.each([
    ['1203', 12, '03'],
    ['12-03', 12, '03'],
    ['12F-03', 12, '03'],
    ['05-A1', 5, 'A1'],
    ['A5-12F', 12, 'A5'],
    ['B1-07', -1, '07'],
    ['A1', 3, 'A1'],
    ['12', 12, '12'],
  ])('%s on floor %i is stack %s', (number, floor, stack) => {
    expect(stackOf({ number, floor })).toBe(stack);
  });

  it('are called 12F, B1 and a dash', () => {
    expect([12, -1, null].map(floorLabel)).toEqual(['12F', 'B1', '–']);
  });
});

describe('the arrow keys', () => {
  // 3: a b .    2: d . f    1: g
  const grid = gridOf([
    unit({ id: 'a', number: '3-1', floor: 3 }),
    unit({ id: 'b', number: '3-2', floor: 3 }),
    unit({ id: 'd', number: '2-1', floor: 2 }),
    unit({ id: 'f', number: '2-3', floor: 2 }),
    unit({ id: 'm', number: '2-2', floor: 2 }),
    unit({ id: 'g', number: '1-1', floor: 1 }),
  ]);

  it.each([
    ['a', 'ArrowRight', 'b'],
    ['b', 'ArrowRight', 'b'],
    ['b', 'ArrowLeft', 'a'],
    ['a', 'ArrowLeft', 'a'],
    ['b', 'ArrowDown', 'm'],
    ['f', 'ArrowUp', 'b'],
    ['f', 'ArrowDown', 'g'],
    ['g', 'ArrowDown', 'g'],
    ['a', 'ArrowUp', 'a'],
    ['m', 'Home', 'd'],
    ['m', 'End', 'f'],
    [null, 'ArrowRight', 'a'],
  ])('from %s with %s lead to %s', (from, key, to) => {
    expect(moveFrom(grid, from, key)).toBe(to);
  });

  it.each([
    ['f', 'Home', 'a'],
    ['a', 'End', 'g'],
    ['g', 'ArrowUp', 'a'],
    ['a', 'ArrowDown', 'g'],
  ])('from %s with Ctrl and %s lead to %s', (from, key, to) => {
    expect(moveFrom(grid, from, key, true)).toBe(to);
  });

  it('leave other keys to others', () => {
    expect(moveFrom(grid, 'a', 'x')).toBeNull();
    expect(moveFrom(grid, 'a', 'PageDown')).toBeNull();
  });

  it('always lead to a unit of the board', () => {
    const ids = grid.rows.flatMap((row) => row.cells.flatMap((cell) => cell?.id ?? []));
    for (const from of ids) {
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']) {
        expect(ids).toContain(moveFrom(grid, from, key));
      }
    }
  });
});
