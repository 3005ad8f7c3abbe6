/** Warranty (D9): months, years and seasons from the handover, the completion or the signing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endOfSeasons,
  USUAL_WARRANTY,
  type WarrantyDates,
  type WarrantyTerm,
  type WarrantyTerms,
  warrantyDates,
  warrantyEnds,
  warrantyOf,
} from '#domain/care/index.ts';
import { addDays } from '#domain/shared/plain-date.ts';
import { anyDay, day } from '../amounts.ts';

const WINTER = { startsOn: '11-15', endsOn: '03-15' };
const SUMMER = { startsOn: '05-15', endsOn: '09-30' };
const PROJECT = 'p1';

const term = (more: Partial<WarrantyTerm> = {}): WarrantyTerm => ({
  name: 'Term',
  projectId: null,
  part: 'PLUMBING',
  length: 2,
  lengthUnit: 'YEARS',
  startsWith: 'HANDOVER',
  ...more,
});
const terms = (...all: WarrantyTerm[]): WarrantyTerms => ({ terms: all, projectId: PROJECT, season: WINTER });
const dates = (more: Partial<Record<keyof WarrantyDates, string>> = {}): WarrantyDates => ({
  HANDOVER: more.HANDOVER === undefined ? null : day(more.HANDOVER),
  COMPLETION: more.COMPLETION === undefined ? null : day(more.COMPLETION),
  SIGNING: more.SIGNING === undefined ? null : day(more.SIGNING),
});

describe('a part of a home under warranty', () => {
  it.each([
    [
      'two years from the handover, on the last day',
      term(),
      '2025-03-10',
      '2027-03-10',
      'IN_WARRANTY',
      '2027-03-10',
    ],
    ['the day after', term(), '2025-03-10', '2027-03-11', 'OUT_OF_WARRANTY', '2027-03-10'],
    ['a year from a leap day', term({ length: 1 }), '2024-02-29', '2025-02-28', 'IN_WARRANTY', '2025-02-28'],
    [
      'a year from a leap day, over',
      term({ length: 1 }),
      '2024-02-29',
      '2025-03-01',
      'OUT_OF_WARRANTY',
      '2025-02-28',
    ],
    [
      'four years from a leap day',
      term({ length: 4 }),
      '2024-02-29',
      '2028-02-29',
      'IN_WARRANTY',
      '2028-02-29',
    ],
    [
      'a month from the 31st',
      term({ length: 1, lengthUnit: 'MONTHS' }),
      '2025-01-31',
      '2025-02-28',
      'IN_WARRANTY',
      '2025-02-28',
    ],
    [
      'two seasons from a summer',
      term({ lengthUnit: 'SEASONS' }),
      '2024-07-01',
      '2026-03-15',
      'IN_WARRANTY',
      '2026-03-15',
    ],
    [
      'two seasons, over',
      term({ lengthUnit: 'SEASONS' }),
      '2024-07-01',
      '2026-03-16',
      'OUT_OF_WARRANTY',
      '2026-03-15',
    ],
    [
      'from within a season: that one does not count',
      term({ lengthUnit: 'SEASONS' }),
      '2025-01-10',
      '2027-03-15',
      'IN_WARRANTY',
      '2027-03-15',
    ],
    [
      'from the first day of a season: it counts',
      term({ lengthUnit: 'SEASONS' }),
      '2024-11-15',
      '2026-03-15',
      'IN_WARRANTY',
      '2026-03-15',
    ],
    [
      'from the second day of a season',
      term({ lengthUnit: 'SEASONS' }),
      '2024-11-16',
      '2027-03-15',
      'IN_WARRANTY',
      '2027-03-15',
    ],
    ['before it has begun', term(), '2025-03-10', '2025-03-01', 'IN_WARRANTY', '2027-03-10'],
  ] as const)('%s', (_case, one, handover, on, answer, until) => {
    const verdict = warrantyOf('PLUMBING', terms(one), dates({ HANDOVER: handover }), day(on));
    expect(verdict).toMatchObject({ answer, until });
  });

  it.each([
    ['HANDOVER', '2026-03-01'],
    ['COMPLETION', '2025-06-01'],
    ['SIGNING', '2024-09-01'],
  ] as const)('it starts with the %s', (startsWith, until) => {
    const all = dates({ HANDOVER: '2025-03-01', COMPLETION: '2024-06-01', SIGNING: '2023-09-01' });
    const verdict = warrantyOf('PLUMBING', terms(term({ length: 1, startsWith })), all, day('2024-01-01'));
    expect(verdict.until).toBe(until);
    const none = warrantyOf('PLUMBING', terms(term({ startsWith })), dates(), day('2024-01-01'));
    expect(none).toEqual({
      answer: 'UNKNOWN',
      until: null,
      reason: { why: 'NO_START', term: 'Term', missing: startsWith },
    });
  });

  it('a project’s own term beats the general one, longer or shorter', () => {
    const own = term({ name: 'Own', projectId: PROJECT, length: 1 });
    const other = term({ name: 'Other', projectId: 'p2', length: 9 });
    const known = dates({ HANDOVER: '2025-03-10' });
    const verdict = warrantyOf('PLUMBING', terms(term(), own, other), known, day('2026-12-01'));
    expect(verdict).toMatchObject({ answer: 'OUT_OF_WARRANTY', reason: { why: 'OVER', term: 'Own' } });
    const elsewhere = warrantyOf(
      'PLUMBING',
      { ...terms(term(), own, other), projectId: null },
      known,
      day('2026-12-01'),
    );
    expect(elsewhere).toMatchObject({ answer: 'IN_WARRANTY', reason: { why: 'WITHIN', term: 'Term' } });
  });

  it('of several terms the best for the customer counts, and what cannot be told is no No', () => {
    const short = term({ name: 'Short', length: 1 });
    const unknown = term({ name: 'Unknown', startsWith: 'COMPLETION' });
    const known = dates({ HANDOVER: '2025-03-10' });
    expect(warrantyOf('PLUMBING', terms(short, term()), known, day('2026-12-01')).until).toBe('2027-03-10');
    expect(warrantyOf('PLUMBING', terms(short, unknown), known, day('2028-12-01')).answer).toBe('UNKNOWN');
  });

  it('it says what is missing', () => {
    const known = dates({ HANDOVER: '2025-03-10' });
    const reason = (part: Parameters<typeof warrantyOf>[0], ...all: WarrantyTerm[]) =>
      warrantyOf(part, terms(...all), known, day('2026-12-01')).reason;
    expect(reason(null, term())).toEqual({ why: 'NO_PART' });
    expect(reason('STRUCTURE', term())).toEqual({ why: 'NO_TERM', part: 'STRUCTURE' });
    expect(reason('PLUMBING', term({ length: null }))).toEqual({ why: 'TERM_INCOMPLETE', term: 'Term' });
    expect(reason('PLUMBING', term({ length: 0 }))).toEqual({ why: 'TERM_INCOMPLETE', term: 'Term' });
  });

  it('the usual terms cover every part once, in both countries (D9)', () => {
    for (const rules of ['CHINA', 'DUBAI'] as const) {
      const parts = USUAL_WARRANTY[rules].map(({ part }) => part);
      expect(new Set(parts).size).toBe(9);
      expect(parts).toHaveLength(9);
    }
    const found = (part: string) => USUAL_WARRANTY.CHINA.find((one) => one.part === part);
    expect(found('WATERPROOFING')).toMatchObject({ length: 5, lengthUnit: 'YEARS' });
    expect(found('HEATING_COOLING')).toMatchObject({ length: 2, lengthUnit: 'SEASONS' });
    expect(USUAL_WARRANTY.DUBAI[0]).toMatchObject({
      part: 'STRUCTURE',
      length: 10,
      startsWith: 'COMPLETION',
    });
  });
});

describe('seasons', () => {
  it.each([
    ['2025-01-01', 1, SUMMER, '2025-09-30'],
    ['2025-05-15', 2, SUMMER, '2026-09-30'],
    ['2025-05-16', 2, SUMMER, '2027-09-30'],
    ['2023-04-01', 1, { startsOn: '11-15', endsOn: '02-29' }, '2024-02-29'],
    ['2024-04-01', 1, { startsOn: '11-15', endsOn: '02-29' }, '2025-02-28'],
    ['2024-07-01', 2, { startsOn: '', endsOn: '' }, '2026-03-15'],
    ['2024-07-01', 2, { startsOn: 'winter', endsOn: '99-99' }, '2026-03-15'],
  ])('from %s, %s seasons of %j end on %s', (start, seasons, season, end) => {
    expect(endOfSeasons(day(start), seasons, season)).toBe(end);
  });

  it('the end is never before so many years, nor more than a year and a season after', () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: 1, max: 5 }), (start, seasons) => {
        const end = endOfSeasons(start, seasons, WINTER);
        expect(end > addDays(start, 365 * (seasons - 1))).toBe(true);
        expect(end <= addDays(start, 366 * seasons + 130)).toBe(true);
      }),
    );
  });
});

describe('where the warranty of a home ends', () => {
  it('each part once, the project’s own term before the general one, by the end, what cannot be told last', () => {
    const all = terms(
      term({ part: 'WATERPROOFING', length: 5 }),
      term({ part: 'PLUMBING', length: 2 }),
      term({ part: 'PLUMBING', length: 1, projectId: PROJECT }),
      term({ part: 'DECORATION', length: 9, projectId: 'another project' }),
      term({ part: 'STRUCTURE', length: 50, startsWith: 'COMPLETION' }),
    );
    expect(warrantyEnds(all, dates({ HANDOVER: '2025-03-10' }), day('2026-06-01'))).toEqual([
      { part: 'PLUMBING', answer: 'OUT_OF_WARRANTY', until: '2026-03-10' },
      { part: 'WATERPROOFING', answer: 'IN_WARRANTY', until: '2030-03-10' },
      { part: 'STRUCTURE', answer: 'UNKNOWN', until: null },
    ]);
  });

  it('deemed to be delivered is delivered, unless the keys came after it', () => {
    const home = { handedOverOn: null, deemedOn: day('2025-03-01'), completedOn: null, signedOn: null };
    expect(warrantyDates(home).HANDOVER).toBe('2025-03-01');
    expect(warrantyDates({ ...home, handedOverOn: day('2025-03-20') }).HANDOVER).toBe('2025-03-20');
  });
});
