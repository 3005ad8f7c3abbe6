/** Permits of buildings, release batches and withdrawing (A003, C4, D6). */
import { describe, expect, it } from 'vitest';
import {
  type Batch,
  type BatchUnit,
  decideAssign,
  decideCloseBatch,
  decideOpenBatch,
  decideWithdraw,
  permitOf,
  permitRefusal,
  type ReleaseProject,
  type UnitState,
} from '#domain/inventory/index.ts';
import { money } from '#domain/shared/money.ts';
import { day } from '../amounts.ts';

const eur = (amount: string) => money(BigInt(amount.replace('.', '')), 'EUR');
const TODAY = day('2025-03-01');

const project: ReleaseProject = {
  name: 'Riverside',
  permitRequired: true,
  permitNumber: 'P-1',
  permitExpiresOn: day('2025-02-28'),
};
const unit = (changes: Partial<BatchUnit> = {}): BatchUnit => ({
  id: 'u1',
  name: 'A-1',
  state: 'CONTROLLED',
  listPrice: eur('1000000.00'),
  filedPrice: null,
  projectId: 'p1',
  ...changes,
});
const batch = (state: Batch['state'] = 'DRAFT'): Batch => ({ name: 'First', projectId: 'p1', state });

describe('the permit that counts (D6)', () => {
  const building = { name: 'Tower 1', permitNumber: 'B-7', permitExpiresOn: day('2025-12-31') };

  it("is the building's own where it has one, else the project's", () => {
    expect(permitRefusal(permitOf(project, building), TODAY)).toBeNull();
    expect(permitRefusal(permitOf(project, null), TODAY)).toMatchObject({
      refused: { code: 'PERMIT_EXPIRED' },
    });
    const without = permitOf(project, { ...building, permitNumber: '' });
    expect(permitRefusal(without, TODAY)).toMatchObject({ refused: { permit: 'P-1', project: 'Riverside' } });
  });

  it("a building's permit that is over is none, whatever the project has", () => {
    const own = permitOf(
      { ...project, permitExpiresOn: null },
      { ...building, permitExpiresOn: day('2025-02-28') },
    );
    expect(permitRefusal(own, TODAY)).toMatchObject({
      refused: { code: 'PERMIT_EXPIRED', permit: 'B-7', project: 'Riverside · Tower 1' },
    });
  });

  it('a project that needs none needs none for its buildings', () => {
    expect(permitRefusal(permitOf({ ...project, permitRequired: false }, building), TODAY)).toBeNull();
  });
});

describe('opening a batch', () => {
  it.each<[Batch['state']]>([['DRAFT'], ['CLOSED'], ['OPEN']])(
    '%s: what waits is released, the rest stays',
    (state) => {
      const units = [
        unit(),
        unit({ id: 'u2', state: 'PLANNED' }),
        unit({ id: 'u3', state: 'CONTRACTED' }),
        unit({ id: 'u4', state: 'AVAILABLE' }),
      ];
      expect(decideOpenBatch(batch(state), units, [], TODAY)).toEqual({ plan: { release: ['u1', 'u2'] } });
    },
  );

  it('all that cannot be released are named, and none is released', () => {
    const units = [
      unit({ name: 'fine' }),
      unit({ name: 'no price', listPrice: null }),
      unit({ name: 'nothing', listPrice: eur('0.00') }),
      unit({ name: 'too dear', filedPrice: eur('999999.99') }),
      unit({ name: 'foreign', filedPrice: money(1n, 'CNY') }),
      unit({ name: 'elsewhere', projectId: 'p2' }),
    ];
    expect(decideOpenBatch(batch(), units, [], TODAY)).toEqual({
      refused: {
        code: 'UNITS_NOT_RELEASABLE',
        count: 5,
        units: [
          { unit: 'no price', state: 'UNIT_HAS_NO_PRICE' },
          { unit: 'nothing', state: 'UNIT_HAS_NO_PRICE' },
          { unit: 'too dear', state: 'PRICE_ABOVE_FILED' },
          { unit: 'foreign', state: 'CURRENCY_MISMATCH' },
          { unit: 'elsewhere', state: 'OTHER_PROJECT' },
        ],
      },
    });
  });

  it.each<[string, Batch['state'], BatchUnit[], string]>([
    ['without units', 'DRAFT', [], 'RELEASE_BATCH_EMPTY'],
    ['with sold units only', 'CLOSED', [unit({ state: 'CONTRACTED' })], 'RELEASE_BATCH_EMPTY'],
    ['that is open with nothing new', 'OPEN', [unit({ state: 'AVAILABLE' })], 'STATE_NOT_ALLOWED'],
    ['without a valid permit', 'DRAFT', [unit()], 'PERMIT_EXPIRED'],
  ])('%s is refused', (_what, state, units, code) => {
    expect(decideOpenBatch(batch(state), units, [project], TODAY)).toMatchObject({ refused: { code } });
  });
});

it('only an open batch is closed', () => {
  expect(decideCloseBatch(batch('OPEN'))).toEqual({ plan: null });
  for (const state of ['DRAFT', 'CLOSED'] as const)
    expect(decideCloseBatch(batch(state))).toMatchObject({
      refused: { code: 'STATE_NOT_ALLOWED', from: state },
    });
});

const ALL: UnitState[] = [
  'PLANNED',
  'CONTROLLED',
  'AVAILABLE',
  'HELD',
  'SMALL_RESERVED',
  'LARGE_RESERVED',
  'CONTRACTED',
  'HANDED_OVER',
  'TITLED',
  'FROZEN',
];

describe('every state of a unit', () => {
  it.each(ALL)('%s: assigned only while nobody has it', (state) => {
    const isFree = ['PLANNED', 'CONTROLLED', 'AVAILABLE'].includes(state);
    const decided = decideAssign(batch(), [unit({ state })]);
    expect(decided).toMatchObject(
      isFree ? { plan: { assign: ['u1'] } } : { refused: { units: [{ state }] } },
    );
  });

  it.each(ALL)('%s: withdrawn only when it is not sold, held or frozen', (state) => {
    const decided = decideWithdraw([unit({ state })]);
    if (state === 'CONTROLLED') expect(decided).toEqual({ plan: { withdraw: [], alreadyControlled: 1 } });
    else if (state === 'AVAILABLE' || state === 'PLANNED')
      expect(decided).toMatchObject({ plan: { withdraw: ['u1'] } });
    else
      expect(decided).toMatchObject({
        refused: { code: 'UNITS_NOT_WITHDRAWABLE', units: [{ unit: 'A-1', state }] },
      });
  });

  it('units of another project and closed batches take none', () => {
    expect(decideAssign(batch(), [unit({ projectId: 'p2' })])).toMatchObject({
      refused: { units: [{ state: 'OTHER_PROJECT' }] },
    });
    expect(decideAssign(batch('CLOSED'), [unit()])).toMatchObject({ refused: { code: 'STATE_NOT_ALLOWED' } });
  });
});
