/** Floors as people write them in the form that opens a handover batch. */
import { describe, expect, it } from 'vitest';
import { floorsOf } from '#widgets/handover/open-batch/floors.ts';

describe('floors', () => {
  it.each([
    ['1-5, 8', [1, 2, 3, 4, 5, 8]],
    ['8,1–3', [1, 2, 3, 8]],
    ['７', [7]],
    ['-2--1、1', [-2, -1, 1]],
    ['3,3', [3]],
  ])('%s are %j', (text, floors) => {
    expect(floorsOf(text)).toEqual(floors);
  });

  it.each(['', 'all', '5-1', '1,,2', '1-', '1.5', '1-999'])('"%s" is no list of them', (text) => {
    expect(floorsOf(text)).toBeNull();
  });
});
