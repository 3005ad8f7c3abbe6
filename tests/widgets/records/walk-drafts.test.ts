import { describe, expect, it } from 'vitest';
import type { CheckItem } from '#domain/handover/inspections.ts';
import {
  nextOpenRoom,
  roomsOf,
  shownItems,
  withoutSent,
} from '#widgets/handover/inspection-walk/walk-drafts.ts';

const item = (id: string, room: string, result: CheckItem['result'] = null): CheckItem => ({
  id,
  room,
  name: id,
  category: 'OTHER',
  severity: 'MINOR',
  result,
  note: '',
});

describe('answers that are not saved yet', () => {
  const items = [item('a', 'Hall', 'OK'), item('b', 'Hall'), item('c', 'Bath')];

  it('are shown over what is saved, and those of items that are gone are left out', () => {
    const shown = shownItems(items, {
      b: { itemId: 'b', result: 'DEFECT', note: 'Scratch' },
      z: { itemId: 'z', result: 'OK' },
    });
    expect(shown.map(({ result }) => result)).toEqual(['OK', 'DEFECT', null]);
  });

  it('go once they are answered, but not what was changed while they were sent', () => {
    const sent = { itemId: 'b', result: 'OK' } as const;
    expect(withoutSent({ b: sent }, [sent])).toEqual({});
    const changed = { itemId: 'b', result: 'DEFECT' } as const;
    expect(withoutSent({ b: changed }, [sent])).toEqual({ b: changed });
  });

  it('the next room is the first one after this that is not done, and begins again at the front', () => {
    const rooms = roomsOf([...items, item('d', 'Roof', 'DEFECT')]);
    expect(rooms).toEqual([
      { room: 'Hall', items: 2, checked: 1, defects: 0 },
      { room: 'Bath', items: 1, checked: 0, defects: 0 },
      { room: 'Roof', items: 1, checked: 1, defects: 1 },
    ]);
    expect(nextOpenRoom(rooms, 'Hall')).toBe('Bath');
    expect(nextOpenRoom(rooms, 'Bath')).toBe('Hall');
    expect(nextOpenRoom(rooms, 'Roof')).toBe('Hall');
    expect(nextOpenRoom(roomsOf([item('a', 'Hall', 'OK')]), 'Hall')).toBeNull();
  });
});
