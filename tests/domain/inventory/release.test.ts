import { describe, expect, it } from 'vitest';
import {
  decideRelease,
  permitRefusal,
  type ReleaseProject,
  type ReleaseUnit,
  type UnitState,
} from '#domain/inventory/index.ts';
import { day, eur } from '../amounts.ts';

const TODAY = day('2025-03-01');

const unit = (changes: Partial<ReleaseUnit> = {}): ReleaseUnit => ({
  id: 'a',
  name: 'A-101',
  state: 'PLANNED',
  listPrice: eur('500000.00'),
  filedPrice: null,
  ...changes,
});

const project = (changes: Partial<ReleaseProject> = {}): ReleaseProject => ({
  name: 'Harbour View',
  permitRequired: true,
  permitNumber: 'P-2025-17',
  permitExpiresOn: day('2025-12-31'),
  ...changes,
});

describe('releasing units for sale (C4)', () => {
  it('units that are planned or controlled go on sale; those on sale already are left out', () => {
    const units = [
      unit({ id: 'a', state: 'PLANNED' }),
      unit({ id: 'b', state: 'CONTROLLED' }),
      unit({ id: 'c', state: 'AVAILABLE' }),
    ];
    expect(decideRelease(units, [project()], TODAY)).toEqual({
      plan: { release: ['a', 'b'], alreadyAvailable: ['c'] },
    });
  });

  it('releasing them a second time changes nothing and refuses nothing', () => {
    expect(decideRelease([unit({ state: 'AVAILABLE' })], [project()], TODAY)).toEqual({
      plan: { release: [], alreadyAvailable: ['a'] },
    });
  });

  it.each<UnitState>([
    'HELD',
    'SMALL_RESERVED',
    'LARGE_RESERVED',
    'CONTRACTED',
    'HANDED_OVER',
    'TITLED',
    'FROZEN',
  ])('a unit that is %s is not released, and none of the others with it', (state) => {
    const units = [unit(), unit({ id: 'b', name: 'B-202', state })];
    expect(decideRelease(units, [project()], TODAY)).toEqual({
      refused: { code: 'UNITS_NOT_RELEASABLE', units: [{ unit: 'B-202', state }], count: 1 },
    });
  });

  it('a refusal names ten culprits and counts them all', () => {
    const units = Array.from({ length: 12 }, (_, index) =>
      unit({ id: `${index}`, name: `A-${index}`, state: 'CONTRACTED' }),
    );
    const decision = decideRelease(units, [project()], TODAY);
    expect(decision).toMatchObject({ refused: { code: 'UNITS_NOT_RELEASABLE', count: 12 } });
    expect('refused' in decision && 'units' in decision.refused && decision.refused.units).toHaveLength(10);
  });

  it('a unit without a list price is not released', () => {
    expect(decideRelease([unit({ listPrice: null })], [project()], TODAY)).toEqual({
      refused: { code: 'UNIT_HAS_NO_PRICE', unit: 'A-101' },
    });
  });

  it.each([
    ['499999.99', true],
    ['500000.00', true],
    ['500000.01', false],
  ])('a list price of %s against a filed price of 500,000.00 is released: %s', (price, isReleased) => {
    const units = [unit({ listPrice: eur(price), filedPrice: eur('500000.00') })];
    const decision = decideRelease(units, [project()], TODAY);
    expect(decision).toEqual(
      isReleased
        ? { plan: { release: ['a'], alreadyAvailable: [] } }
        : { refused: { code: 'PRICE_ABOVE_FILED', unit: 'A-101', price, filed: '500000.00' } },
    );
  });

  it('a unit that is on sale already needs no second look at its price', () => {
    const units = [unit({ state: 'AVAILABLE', listPrice: null })];
    expect(decideRelease(units, [project()], TODAY)).toEqual({
      plan: { release: [], alreadyAvailable: ['a'] },
    });
  });

  it('one project without a permit holds back the units of all (D6)', () => {
    const projects = [project(), project({ name: 'Hillside', permitNumber: '' })];
    expect(decideRelease([unit()], projects, TODAY)).toEqual({
      refused: { code: 'PERMIT_REQUIRED', project: 'Hillside' },
    });
  });
});

describe('the pre-sale permit (D6)', () => {
  it.each([
    ['no permit where none is asked for', project({ permitRequired: false, permitNumber: '' }), null],
    [
      'an expired permit where none is asked for',
      project({ permitRequired: false, permitExpiresOn: day('2020-01-01') }),
      null,
    ],
    ['a permit without an end', project({ permitExpiresOn: null }), null],
    ['a permit on its last day', project({ permitExpiresOn: TODAY }), null],
    [
      'a permit whose last day was yesterday',
      project({ permitExpiresOn: day('2025-02-28') }),
      {
        refused: {
          code: 'PERMIT_EXPIRED',
          project: 'Harbour View',
          permit: 'P-2025-17',
          expiredOn: '2025-02-28',
        },
      },
    ],
    [
      'no permit where one is asked for',
      project({ permitNumber: '' }),
      { refused: { code: 'PERMIT_REQUIRED', project: 'Harbour View' } },
    ],
    [
      'no permit number but a date that has not come',
      project({ permitNumber: '', permitExpiresOn: day('2030-01-01') }),
      { refused: { code: 'PERMIT_REQUIRED', project: 'Harbour View' } },
    ],
  ])('%s', (_name, given, refusal) => {
    expect(permitRefusal(given, TODAY)).toEqual(refusal);
  });
});
