/** The grid of units of a building (H2.3): floors, numbers, what is skipped, and what each costs. */
import { describe, expect, it } from 'vitest';
import { type GridPosition, type GridRequest, readNumberList, unitGrid } from '#domain/inventory/index.ts';
import { parseDecimal } from '#domain/shared/decimal.ts';
import { formatMoney, money } from '#domain/shared/money.ts';
import { isRefused } from '#domain/shared/refusal.ts';

const eur = (amount: string) => money(BigInt(amount.replace('.', '')), 'EUR');
const NO_RISE = { percent: null, amount: null };

const position = (changes: Partial<GridPosition> = {}): GridPosition => ({
  unitTypeId: null,
  area: parseDecimal('100'),
  innerArea: null,
  orientation: '',
  outlook: '',
  rise: NO_RISE,
  ...changes,
});

const request = (changes: Partial<GridRequest> = {}): GridRequest => ({
  building: 'A',
  fromFloor: 1,
  toFloor: 2,
  skipFloors: [],
  positions: [position(), position()],
  skipNumbers: [],
  pattern: '{floor}{no:2}',
  kind: 'RESIDENCE',
  basePrice: eur('10000.00'),
  floorStep: NO_RISE,
  floors: [],
  ...changes,
});

function grid(changes: Partial<GridRequest> = {}) {
  const made = unitGrid(request(changes));
  if (isRefused(made)) throw new Error(JSON.stringify(made.refused));
  return made.plan;
}

const numbers = (changes: Partial<GridRequest>) => grid(changes).map(({ number }) => number);
const prices = (changes: Partial<GridRequest>) =>
  grid(changes).map(({ listPrice }) => listPrice && formatMoney(listPrice));

describe('floors and numbers', () => {
  it.each<[string, Partial<GridRequest>, string[]]>([
    ['floors times positions', {}, ['101', '102', '201', '202']],
    [
      '4, 13 and 14 are skipped',
      { fromFloor: 3, toFloor: 15, skipFloors: [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14] },
      ['301', '302', '1501', '1502'],
    ],
    [
      'skipped numbers are passed over',
      { toFloor: 1, positions: Array(5).fill(position()), skipNumbers: [4] },
      ['101', '102', '103', '105', '106'],
    ],
    [
      'there is no floor 0, and below the ground is B',
      { fromFloor: -1, toFloor: 1, positions: [position()] },
      ['B101', '101'],
    ],
    [
      'a pattern with building and digits',
      { pattern: '{building}-{floor:2}-{no}', toFloor: 1 },
      ['A-01-1', 'A-01-2'],
    ],
  ])('%s', (_what, changes, expected) => {
    expect(numbers(changes)).toEqual(expected);
  });

  it('a unit is named after its building, and has floor, position, kind and type', () => {
    expect(
      grid({ kind: 'SHOP', positions: [position({ unitTypeId: 'T1', orientation: 'south' })] })[1],
    ).toMatchObject({
      name: 'A-201',
      floor: 2,
      position: 1,
      kind: 'SHOP',
      unitTypeId: 'T1',
      orientation: 'south',
    });
  });
});

describe('prices', () => {
  it.each<[string, Partial<GridRequest>, string[]]>([
    ['the same for all', {}, Array(4).fill('1000000.00')],
    [
      'a percent more for each floor',
      { floorStep: { percent: parseDecimal('1.5'), amount: null } },
      ['1000000.00', '1000000.00', '1015000.00', '1015000.00'],
    ],
    [
      'an amount more for each floor',
      { floorStep: { percent: null, amount: eur('50.00') } },
      ['1000000.00', '1000000.00', '1005000.00', '1005000.00'],
    ],
    [
      'a floor of its own',
      { floors: [{ from: 2, to: 9, percent: parseDecimal('-2'), amount: eur('10.00') }] },
      ['1000000.00', '1000000.00', '981000.00', '981000.00'],
    ],
    [
      'a position of its own',
      {
        positions: [
          position({ rise: { percent: parseDecimal('3'), amount: null } }),
          position({ area: parseDecimal('80.55') }),
        ],
        toFloor: 1,
      },
      ['1030000.00', '805500.00'],
    ],
  ])('%s', (_what, changes, expected) => {
    expect(prices(changes)).toEqual(expected);
  });

  it('skipped floors do not count as steps, and the price per m² is rounded before the area counts', () => {
    const changes = {
      fromFloor: 3,
      toFloor: 5,
      skipFloors: [4],
      positions: [position({ area: parseDecimal('33.33') })],
      basePrice: eur('10000.01'),
      floorStep: { percent: parseDecimal('0.5'), amount: null },
    };
    // 10000.01 x 1.005 = 10050.01005, so 10050.01 x 33.33 = 334966.8333.
    expect(prices(changes)).toEqual(['333300.33', '334966.83']);
  });

  it('without a base price or an area there is none', () => {
    expect(prices({ basePrice: null })).toEqual([null, null, null, null]);
    expect(prices({ positions: [position({ area: null })], toFloor: 1 })).toEqual([null]);
  });
});

describe('what makes no grid', () => {
  it.each<[string, Partial<GridRequest>, string]>([
    ['floors the wrong way round', { fromFloor: 3, toFloor: 2 }, 'toFloor'],
    ['no position', { positions: [] }, 'positions'],
    ['all floors skipped', { skipFloors: [1, 2] }, 'skipFloors'],
    ['too many units', { toFloor: 199, positions: Array(11).fill(position()) }, 'toFloor'],
    ['an unknown placeholder', { pattern: '{wing}{no}' }, 'pattern'],
    ['a pattern without floors', { pattern: '{no}' }, 'pattern'],
    [
      'a pattern that is ambiguous',
      { fromFloor: 1, toFloor: 11, pattern: '{floor}{no}', positions: Array(11).fill(position()) },
      'pattern',
    ],
    [
      'a price below nothing',
      { floorStep: { percent: null, amount: eur('-10000.00') } },
      'basePricePerSquareMetre',
    ],
  ])('%s', (_what, changes, field) => {
    expect(unitGrid(request(changes))).toMatchObject({ refused: { code: 'INVALID_INPUT', field } });
  });
});

it.each<[string, number[] | null]>([
  ['', []],
  ['4, 13-14', [4, 13, 14]],
  ['4、14 24', [4, 14, 24]],
  ['-1', [-1]],
  ['14-13', null],
  ['four', null],
])('"%s" is a list of %j', (text, expected) => {
  expect(readNumberList(text)).toEqual(expected);
});
