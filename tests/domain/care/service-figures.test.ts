/** Figures of the service (A099, A102): what is still open neither helps nor harms. */
import { describe, expect, it } from 'vitest';
import {
  complaintsPerHundred,
  firstAnswerMedian,
  hitRate,
  promoterScore,
  repeatRate,
  type Served,
  satisfactionOf,
} from '#domain/care/index.ts';

const at = (day: number, hour = 9) => new Date(Date.UTC(2025, 2, day, hour)).toISOString();
const NOW = new Date(at(10));

const ticket = (more: Partial<Served> = {}): Served => ({
  kind: 'REPAIR',
  unitId: 'u1',
  part: 'PLUMBING',
  openedAt: at(3),
  respondBy: at(3, 13),
  resolveBy: at(5),
  respondedAt: at(3, 10),
  resolvedAt: at(4),
  satisfaction: null,
  ...more,
});

describe('figures of the service', () => {
  it('promises kept, of those that are decided', () => {
    const tickets = [
      ticket(),
      ticket({ resolvedAt: at(6), respondedAt: at(3, 14) }),
      ticket({ resolvedAt: null }),
      ticket({ resolvedAt: null, resolveBy: at(20) }),
      ticket({ resolveBy: null, respondBy: null }),
    ];
    expect(hitRate(tickets, 'RESOLUTION', NOW)).toEqual({ part: 1, whole: 3, percent: 33.3 });
    expect(hitRate(tickets, 'ANSWER', NOW)).toEqual({ part: 3, whole: 4, percent: 75 });
    expect(hitRate([], 'ANSWER', NOW)).toEqual({ part: 0, whole: 0, percent: null });
  });

  it('the middle of the first answers', () => {
    const answered = (hour: number) => ticket({ respondedAt: at(3, hour) });
    expect(firstAnswerMedian([answered(10), answered(17), answered(11)])).toBe(120);
    expect(firstAnswerMedian([answered(10), answered(12)])).toBe(120);
    expect(firstAnswerMedian([ticket({ respondedAt: null })])).toBeNull();
  });

  it('the same part of the same home within thirty days is a repeat', () => {
    const first = ticket();
    const later = (more: Partial<Served>) => ticket({ openedAt: at(8), resolvedAt: null, ...more });
    expect(repeatRate([first, later({})])).toMatchObject({ part: 1, whole: 1 });
    expect(repeatRate([first, later({ part: 'ELECTRICAL' })])).toMatchObject({ part: 0 });
    expect(repeatRate([first, later({ unitId: 'u2' })])).toMatchObject({ part: 0 });
    expect(repeatRate([first, later({ openedAt: at(40) })])).toMatchObject({ part: 0 });
    expect(repeatRate([first, later({ openedAt: at(3, 12) })])).toMatchObject({ part: 0 });
  });

  it('complaints a hundred homes, and satisfaction', () => {
    const tickets = [
      ticket({ kind: 'COMPLAINT', satisfaction: 2 }),
      ticket({ satisfaction: 4 }),
      ticket({ satisfaction: 5 }),
    ];
    expect(complaintsPerHundred(tickets, 250)).toBe(0.4);
    expect(complaintsPerHundred(tickets, 0)).toBeNull();
    expect(satisfactionOf(tickets)).toEqual({ part: 2, whole: 3, percent: 66.7, mean: 3.7 });
    expect(satisfactionOf([])).toMatchObject({ percent: null, mean: null });
  });

  it('five stars recommend us, three and fewer do not, four is neither; silence is no answer', () => {
    const stars = (...given: (number | null)[]) => given.map((satisfaction) => ticket({ satisfaction }));
    expect(promoterScore(stars(5, 5, 4, 3, 1, null))).toEqual({ asked: 5, points: 0 });
    expect(promoterScore(stars(5, 5, 5, 4))).toEqual({ asked: 4, points: 75 });
    expect(promoterScore(stars(2, 2, 5))).toEqual({ asked: 3, points: -33.3 });
    expect(promoterScore(stars(null))).toEqual({ asked: 0, points: null });
  });
});
