import { describe, expect, it } from 'vitest';
import { eur, unit } from '#tests/widgets/fixtures/board-units.ts';
import {
  type BoardState,
  boardReducer,
  EMPTY_BOARD,
  firstPlace,
  newestChange,
} from '#widgets/inventory/sales-control/board-state.ts';
import { ApiFailure } from '#widgets/shared/api/failure.ts';

const one = unit({ number: '1', updatedAt: '2026-03-01T10:00:00.000Z' });
const two = unit({ number: '2', updatedAt: '2026-03-01T11:00:00.000Z' });
const place = { projectId: 'p', buildingId: 'b' };
const ready: BoardState = { ...EMPTY_BOARD, phase: 'READY', place, units: [one, two], asOf: 1 };
const failure = new ApiFailure('OFFLINE', 'gone');

describe('the board', () => {
  it('keeps the very same units when a refresh brings nothing new, so that no cell is drawn again', () => {
    const again = [{ ...one }, { ...two }];
    expect(boardReducer(ready, { type: 'LOADED', units: again, at: 2 }).units).toBe(ready.units);
    expect(boardReducer(ready, { type: 'CHANGED', units: [{ ...two }], at: 2 }).units).toBe(ready.units);
  });

  it('notices a change even when the time of the change is the same', () => {
    const dearer = { ...one, price: eur(1) };
    expect(boardReducer(ready, { type: 'LOADED', units: [dearer, two], at: 2 }).units).toEqual([dearer, two]);
  });

  it('puts a changed unit in its place and leaves the others alone', () => {
    const held = { ...one, state: 'HELD' as const, updatedAt: '2026-03-01T12:00:00.000Z' };
    const { units, asOf } = boardReducer(ready, { type: 'CHANGED', units: [held], at: 5 });
    expect(units).toEqual([held, two]);
    expect(units[1]).toBe(two);
    expect(asOf).toBe(5);
  });

  it('takes units in that were added meanwhile', () => {
    const three = unit({ number: '3' });
    expect(boardReducer(ready, { type: 'CHANGED', units: [three], at: 2 }).units).toEqual([one, two, three]);
  });

  it('drops units that a full load no longer brings, and one that is gone', () => {
    expect(boardReducer(ready, { type: 'LOADED', units: [two], at: 2 }).units).toEqual([two]);
    expect(boardReducer(ready, { type: 'GONE', unitId: one.id }).units).toEqual([two]);
  });

  it('shows what it had, and since when, when a refresh fails', () => {
    const after = boardReducer({ ...ready, isRefreshing: true }, { type: 'FAILED', failure });
    expect(after).toMatchObject({ phase: 'READY', units: [one, two], asOf: 1, failure, isRefreshing: false });
  });

  it('says that loading failed when it has nothing to show', () => {
    expect(boardReducer(EMPTY_BOARD, { type: 'FAILED', failure })).toMatchObject({
      phase: 'FAILED',
      failure,
    });
  });

  it('forgets a failure with the next success', () => {
    const failed = boardReducer(ready, { type: 'FAILED', failure });
    expect(boardReducer(failed, { type: 'CHANGED', units: [], at: 9 })).toMatchObject({
      failure: null,
      asOf: 9,
    });
  });

  it('asks next for what changed since the newest change it has seen', () => {
    expect(newestChange([two, one])).toBe('2026-03-01T11:00:00.000Z');
    expect(newestChange([])).toBeNull();
  });
});

describe('where the board opens', () => {
  it('is the first building of the first project that has one', () => {
    const projects = ['empty', 'full'].map((id) => ({ id, name: id }));
    const buildings = ['b1', 'b2'].map((id) => ({ id, name: id, projectId: 'full' }));
    expect(firstPlace({ projects, buildings })).toEqual({ projectId: 'full', buildingId: 'b1' });
  });

  it('is a project without buildings when there is no other, and nowhere without projects', () => {
    expect(firstPlace({ projects: [{ id: 'p', name: 'p' }], buildings: [] })).toEqual({
      projectId: 'p',
      buildingId: null,
    });
    expect(firstPlace({ projects: [], buildings: [] })).toBeNull();
  });
});
