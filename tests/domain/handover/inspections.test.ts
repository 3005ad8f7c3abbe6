import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CheckItem,
  checklistOf,
  countChecks,
  decideKeyMove,
  firstPassRate,
  type InspectionResult,
  isSameChecklist,
  KEY_ACTION_TO,
  KEY_ACTIONS,
  KEY_TRANSITIONS,
  nextNumbers,
  photoName,
  photoSideOf,
  photoTypeOf,
  setKeyOf,
  withAnswers,
} from '#domain/handover/index.ts';
import { statesOf } from '#domain/shared/state-machine.ts';

const item = (id: string, room: string, place: number | null) => ({
  id,
  room,
  place,
  name: id,
  category: 'OTHER' as const,
  severity: 'MINOR' as const,
});

describe('a checklist', () => {
  const list = checklistOf([
    item('c', 'Kitchen', 3),
    item('a', 'Hall', 1),
    item('d', 'Hall', 4),
    item('b', 'Kitchen', 2),
  ]);

  it('has its rooms in the order of their first place, and the items of a room together', () => {
    expect(list.map(({ id }) => id)).toEqual(['a', 'd', 'b', 'c']);
  });

  it('takes answers, of which the last one of an item counts, and none of an item that it has not', () => {
    const answered = withAnswers(list, [
      { itemId: 'a', result: 'OK' },
      { itemId: 'b', result: 'DEFECT', note: 'Drips', severity: 'BLOCKING' },
      { itemId: 'a', result: 'NOT_APPLICABLE' },
    ]);
    expect(answered?.map(({ result }) => result)).toEqual(['NOT_APPLICABLE', null, 'DEFECT', null]);
    expect(answered?.[2]).toMatchObject({ note: 'Drips', severity: 'BLOCKING' });
    expect(countChecks(answered ?? [])).toEqual({ items: 4, checked: 2, defects: 1, open: 2 });
    expect(withAnswers(list, [{ itemId: 'z', result: 'OK' }])).toBeNull();
  });

  it('the same answers again change nothing, whatever they are', () => {
    const answer = fc.record({
      itemId: fc.constantFrom('a', 'b', 'c', 'd'),
      result: fc.constantFrom('OK' as const, 'DEFECT' as const, 'NOT_APPLICABLE' as const),
      note: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(answer), (answers) => {
        const once = withAnswers(list, answers) as CheckItem[];
        expect(isSameChecklist(withAnswers(once, answers) ?? [], once)).toBe(true);
      }),
    );
    expect(isSameChecklist(list, withAnswers(list, [{ itemId: 'a', result: 'OK' }]) ?? [])).toBe(false);
  });
});

describe('the first-pass rate', () => {
  const walk = (
    number: number,
    isPassed: boolean,
    more: Partial<InspectionResult> = {},
  ): InspectionResult => ({
    handoverId: null,
    number,
    state: 'SIGNED',
    isPassed,
    defects: 0,
    ...more,
  });

  it.each([
    ['without an inspection there is none', [], { inspected: 0, passed: 0, withoutDefects: 0, rate: null }],
    [
      'second walks and unsigned ones count for nothing',
      [walk(1, false), walk(2, true), walk(1, false, { state: 'OPEN' as const })],
      { inspected: 1, passed: 0, withoutDefects: 0, rate: 0 },
    ],
    [
      'two of three, one of them without a defect',
      [walk(1, true), walk(1, true, { defects: 2 }), walk(1, false, { defects: 9 })],
      { inspected: 3, passed: 2, withoutDefects: 1, rate: 66.7 },
    ],
  ])('%s', (_what, walks, rate) => {
    expect(firstPassRate(walks)).toEqual(rate);
  });
});

describe('key sets', () => {
  it('numbers go on after the highest of the kind, not of another kind or unit', () => {
    const taken = [setKeyOf('u', 'DOOR_KEYS', 2), setKeyOf('u', 'MANUALS', 9), setKeyOf('v', 'DOOR_KEYS', 7)];
    expect(nextNumbers(taken, 'u', 'DOOR_KEYS', 2)).toEqual([3, 4]);
    expect(nextNumbers(taken, 'u', 'OTHER', 1)).toEqual([1]);
  });

  const all = statesOf(KEY_TRANSITIONS).flatMap((state) => KEY_ACTIONS.map((action) => ({ state, action })));
  it.each(all)('$action of a set that is $state is what the table says (C4)', ({ state, action }) => {
    const sets = [{ name: 'Door keys 1', state, handedTo: 'Ada', signedAt: null }];
    const decided = decideKeyMove(sets, action, 'Mei');
    if (KEY_TRANSITIONS[state].includes(KEY_ACTION_TO[action])) expect(decided).toEqual({ plan: null });
    else
      expect(decided).toEqual({
        refused: { code: 'KEYS_NOT_THERE', set: 'Door keys 1', state, holder: 'Ada' },
      });
  });

  it('nobody gets keys without a name to sign', () => {
    const decided = decideKeyMove([], 'HAND_OVER', '');
    expect(decided).toMatchObject({ refused: { code: 'INVALID_INPUT', field: 'handedTo' } });
  });
});

describe('a photo', () => {
  const bytes = (...signs: (number | string)[]) =>
    new Uint8Array(signs.flatMap((sign) => (typeof sign === 'number' ? [sign] : [...Buffer.from(sign)])));

  it.each([
    [bytes(0xff, 0xd8, 0xff, 0xe0), 'jpg'],
    [bytes(0x89, 'PNG', 0x0d, 0x0a, 0x1a, 0x0a), 'png'],
    [bytes('RIFF', 1, 2, 3, 4, 'WEBP'), 'webp'],
    [bytes('RIFF', 1, 2, 3, 4, 'WAVE'), null],
    [bytes('GIF89a'), null],
    [bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
    [bytes('%PDF-1.7'), null],
    [bytes(0xff, 0xd8), null],
    [bytes(), null],
  ])('is told by its first bytes: %j', (file, type) => {
    expect(photoTypeOf(file)).toBe(type);
  });

  it('its name says which side it is of; other names say nothing', () => {
    const name = photoName('AFTER', '0123456789abcdef0123', 'webp');
    expect(name).toBe('after-0123456789abcdef.webp');
    expect(photoSideOf(name)).toBe('AFTER');
    expect(
      ['after.jpg', 'before-0123456789abcdef.exe', 'Before-0123456789abcdef.jpg'].map(photoSideOf),
    ).toEqual([null, null, null]);
  });
});
