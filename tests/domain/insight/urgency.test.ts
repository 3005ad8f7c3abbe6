import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byUrgency, type Due, endOf, urgencyOf } from '#domain/insight/index.ts';

const NOW = new Date('2026-03-12T06:00:00Z');
const due = (on: string | null, timeZone = 'Asia/Taipei'): Due => ({ on, timeZone });

describe('urgency', () => {
  it.each([
    ['an instant that has passed', '2026-03-12T05:59:59Z', 'Asia/Taipei', 'OVER'],
    ['an instant within two hours', '2026-03-12T08:00:00Z', 'Asia/Taipei', 'SOON'],
    ['later on the same day there', '2026-03-12T15:59:00Z', 'Asia/Taipei', 'TODAY'],
    ['after midnight there, though the same day in UTC', '2026-03-12T16:00:00Z', 'Asia/Taipei', 'LATER'],
    ['the same instant is today in New York', '2026-03-12T16:00:00Z', 'America/New_York', 'TODAY'],
    ['a date that is today there', '2026-03-12', 'Asia/Taipei', 'TODAY'],
    ['yesterday', '2026-03-11', 'Asia/Taipei', 'OVER'],
    ['tomorrow', '2026-03-13', 'Asia/Taipei', 'LATER'],
    ['yesterday there is still today further west', '2026-03-11', 'Pacific/Honolulu', 'TODAY'],
    ['no end', null, 'Asia/Taipei', 'OPEN'],
    ['an unreadable end', 'soon', 'Asia/Taipei', 'OPEN'],
  ])('%s', (_name, on, timeZone, expected) => {
    expect(urgencyOf(due(on, timeZone), NOW)).toBe(expected);
  });

  it('a plain date ends with its day in the zone of the project', () => {
    expect(new Date(endOf(due('2026-03-12')) ?? 0).toISOString()).toBe('2026-03-12T15:59:59.999Z');
    expect(new Date(endOf(due('2026-03-12', 'America/New_York')) ?? 0).toISOString()).toBe(
      '2026-03-13T03:59:59.999Z',
    );
  });

  it('what ends first comes first, dates and instants alike, and what has no end last', () => {
    const rows = [
      { name: 'no end', due: due(null) },
      { name: 'today here', due: due('2026-03-12') },
      { name: 'noon in UTC', due: due('2026-03-12T12:00:00Z') },
      { name: 'today in New York', due: due('2026-03-12', 'America/New_York') },
      { name: 'long ago', due: due('2026-01-01') },
    ];
    expect([...rows].sort(byUrgency).map(({ name }) => name)).toEqual([
      'long ago',
      'noon in UTC',
      'today here',
      'today in New York',
      'no end',
    ]);
  });

  it('never gets less urgent as time passes', () => {
    const order = ['OPEN', 'LATER', 'TODAY', 'SOON', 'OVER'];
    const instants = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2026-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, instants, instants, (end, a, b) => {
        const [sooner, later] = a <= b ? [a, b] : [b, a];
        const at = (now: Date) => order.indexOf(urgencyOf(due(end.toISOString()), now));
        expect(at(sooner)).toBeLessThanOrEqual(at(later));
      }),
    );
  });
});
