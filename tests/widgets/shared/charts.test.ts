import { describe, expect, it } from 'vitest';
import { axisTop, linePoints, pathOf, percentOf, ring } from '#widgets/shared/charts/geometry.ts';
import { rowsQuery } from '#widgets/shared/figures/rows.ts';

describe('the shapes of charts', () => {
  it.each([
    [[], 1],
    [[0, 0], 1],
    [[7], 8],
    [[11], 15],
    [[99], 100],
    [[1234, 5], 1500],
    [[-5, 0.3], 0.3],
  ])('an axis over %j ends at %d', (values, top) => {
    expect(axisTop(values)).toBeCloseTo(top);
  });

  it('a bar is a share of the top; what is there is seen, nothing is not', () => {
    expect(percentOf(50, 200)).toBe(25);
    expect(percentOf(1, 100_000)).toBeGreaterThan(0);
    expect(percentOf(0, 10)).toBe(0);
    expect(percentOf(Number.NaN, 10)).toBe(0);
    expect(percentOf(3, 0)).toBe(0);
  });

  it('a line goes from side to side, one point stands in the middle', () => {
    expect(linePoints([0, 5, 10], 10, 0)).toEqual([
      { x: 0, y: 100 },
      { x: 50, y: 50 },
      { x: 100, y: 0 },
    ]);
    expect(linePoints([4], 4, 0)).toEqual([{ x: 50, y: 0 }]);
    expect(pathOf(linePoints([0, 10], 10, 0))).toBe('M0 100 L100 0');
  });

  it('slices share the ring; a whole ring is drawn, an empty part is not', () => {
    expect(ring([1, 1, 2]).map(({ share }) => share)).toEqual([0.25, 0.25, 0.5]);
    expect(ring([5])[0]?.path).not.toContain('NaN');
    expect(ring([5, 0])[1]?.path).toBe('');
    expect(ring([0, 0]).every(({ path }) => path === '')).toBe(true);
  });
});

describe('the rows of a number', () => {
  it("are a list's filters in its address", () => {
    const query = rowsQuery({
      objects: 'keyturnContracts',
      filters: [
        { field: 'state', is: 'IS', anyOf: ['SIGNED', 'FILED'] },
        { field: 'signedOn', is: 'IS_AFTER', value: '2026-11-01' },
        { field: 'signedOn', is: 'IS_BEFORE', value: '2026-12-01' },
        { field: 'unit', is: 'RELATED_TO', recordId: 'u1' },
        { field: 'overdueSince', is: 'IS_NOT_EMPTY' },
      ],
    });
    expect(query.filter).toEqual({
      state: { IS: '["SIGNED","FILED"]' },
      signedOn: { IS_AFTER: '2026-11-01', IS_BEFORE: '2026-12-01' },
      unit: { IS: '{"isCurrentWorkspaceMemberSelected":false,"selectedRecordIds":["u1"]}' },
      overdueSince: { IS_NOT_EMPTY: '' },
    });
  });
});
