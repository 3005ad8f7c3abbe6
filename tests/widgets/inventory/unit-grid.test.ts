import { describe, expect, it } from 'vitest';
import { PRICE_PROBLEM_TEXTS } from '#domain/inventory/index.ts';
import { formatMoney } from '#domain/shared/money.ts';
import { PROBLEM_TEXTS, problemText } from '#widgets/inventory/price-list/problem-texts.ts';
import {
  foretoldGrid,
  type GridSubject,
  gridAmount,
  gridInput,
} from '#widgets/inventory/unit-grid/grid-draft.ts';
import { readPositions } from '#widgets/inventory/unit-grid/positions.ts';

const TYPES = [{ id: 'type 1', name: 'A1', plannedAreaSquareMetres: 120.5 }];
const SUBJECT: GridSubject = {
  id: 'building 1',
  name: 'Tower 1',
  code: 'T1',
  currency: 'EUR',
  types: TYPES,
  numbers: new Set(['101']),
};
const DRAFT = {
  fromFloor: '1',
  toFloor: '3',
  skipFloors: '2',
  positions: '89.50; +2; A1; south; sea\n\n;;a1',
  skipNumbers: '',
  pattern: '',
  kind: 'RESIDENCE',
  basePrice: '10000',
  floorPercent: '1%',
};

describe('units of a floor as a person writes them', () => {
  it('have area, percent, type, orientation and view; the type gives the area that is left out', () => {
    expect(readPositions(DRAFT.positions, TYPES)).toEqual({
      positions: [
        { unitTypeId: 'type 1', area: '89.50', percent: '2', orientation: 'south', outlook: 'sea' },
        { unitTypeId: 'type 1', area: '120.5', percent: null, orientation: '', outlook: '' },
      ],
    });
  });

  it.each([
    ['90\nninety', 2],
    ['90;1,5', 1],
    ['90;;B9', 1],
    ['90.123', 1],
  ])('%j: line %i cannot be read', (text, wrongLine) => {
    expect(readPositions(text, TYPES)).toEqual({ wrongLine });
  });
});

describe('the draft of a grid', () => {
  it('is what the command takes', () => {
    expect(gridInput(DRAFT, SUBJECT)).toEqual({
      buildingId: 'building 1',
      fromFloor: 1,
      toFloor: 3,
      skipFloors: [2],
      skipNumbers: [],
      positions: [
        {
          unitTypeId: 'type 1',
          areaSquareMetres: '89.50',
          percent: '2',
          orientation: 'south',
          outlook: 'sea',
        },
        { unitTypeId: 'type 1', areaSquareMetres: '120.5' },
      ],
      pattern: '{floor}{no:2}',
      kind: 'RESIDENCE',
      basePricePerSquareMetre: '10000',
      floorStep: { percent: '1' },
    });
  });

  it('foretells what the command would make', () => {
    const input = gridInput(DRAFT, SUBJECT);
    if ('field' in input) throw new Error(input.field);
    const grid = foretoldGrid(input, SUBJECT) ?? [];
    expect(grid.map(({ number, listPrice }) => [number, listPrice && formatMoney(listPrice)])).toEqual([
      ['101', '912900.00'],
      ['102', '1205000.00'],
      ['301', '921850.00'],
      ['302', '1217050.00'],
    ]);
    const total = gridAmount(grid);
    expect(total && formatMoney(total)).toBe('4256800.00');
  });

  it.each([
    [{ skipFloors: 'four' }, 'skipFloors'],
    [{ skipNumbers: '9-1' }, 'skipNumbers'],
    [{ fromFloor: 'ground' }, 'fromFloor'],
    [{ positions: 'x' }, 'positions'],
    [{ floorPercent: 'one' }, 'floorPercent'],
  ])('%j is wrong, and foretells nothing', (changes, field) => {
    expect(gridInput({ ...DRAFT, ...changes }, SUBJECT)).toMatchObject({ field });
  });
});

describe('problems of a price list', () => {
  it('are the same sentences as the server has', () => {
    expect(PROBLEM_TEXTS).toEqual(PRICE_PROBLEM_TEXTS);
  });

  it('that this widget does not know yet are told as the server tells them', () => {
    const words = { locale: 'en', t: (text: string) => text };
    const shown = { row: 2, column: '', code: 'NEWER', facts: {}, problem: 'It is too long.' };
    expect(problemText(shown, words)).toBe('It is too long.');
  });
});
