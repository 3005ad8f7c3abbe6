/**
 * Warranty (D9): is a part of a home under warranty on a day, until when, and why. A term of the project itself
 * beats the general ones; of several the one that is best for the customer counts. What cannot be told says what
 * is missing, and is never a no.
 */
import { addMonths, type PlainDate, plainDate } from '#domain/shared/plain-date.ts';
import type { WarrantyPart, WarrantyStart, WarrantyUnit } from './care-states.ts';

export type WarrantyTerm = {
  name: string;
  /** Null: for all projects. */
  projectId: string | null;
  part: WarrantyPart;
  length: number | null;
  lengthUnit: WarrantyUnit;
  startsWith: WarrantyStart;
};

export type WarrantyDates = Readonly<Record<WarrantyStart, PlainDate | null>>;

/** What each start means: deemed to be delivered is delivered. */
export function warrantyDates(home: {
  handedOverOn: PlainDate | null;
  deemedOn: PlainDate | null;
  completedOn: PlainDate | null;
  signedOn: PlainDate | null;
}): WarrantyDates {
  return {
    HANDOVER: home.handedOverOn ?? home.deemedOn,
    COMPLETION: home.completedOn,
    SIGNING: home.signedOn,
  };
}

/** Month and day as "11-15"; the last day counts. A season may go over the end of the year. */
export type Season = { startsOn: string; endsOn: string };

export type WarrantyTerms = { terms: readonly WarrantyTerm[]; projectId: string | null; season: Season };

export type WarrantyReason =
  | { why: 'WITHIN'; term: string; since: PlainDate }
  /** It has not begun: whatever is wrong is still for who builds. */
  | { why: 'NOT_BEGUN'; term: string; since: PlainDate }
  | { why: 'OVER'; term: string; since: PlainDate }
  | { why: 'NO_PART' }
  | { why: 'NO_TERM'; part: WarrantyPart }
  | { why: 'TERM_INCOMPLETE'; term: string }
  | { why: 'NO_START'; term: string; missing: WarrantyStart };

export type WarrantyVerdict = {
  answer: 'IN_WARRANTY' | 'OUT_OF_WARRANTY' | 'UNKNOWN';
  /** The last day of it. */
  until: PlainDate | null;
  reason: WarrantyReason;
};

const USUAL_SEASON: Season = { startsOn: '11-15', endsOn: '03-15' };
const MONTHS_A_YEAR = 12;

export function warrantyOf(
  part: WarrantyPart | null,
  { terms, projectId, season }: WarrantyTerms,
  dates: WarrantyDates,
  on: PlainDate,
): WarrantyVerdict {
  if (part === null) return { answer: 'UNKNOWN', until: null, reason: { why: 'NO_PART' } };
  const own = terms.filter((term) => term.part === part && term.projectId === projectId);
  const general = terms.filter((term) => term.part === part && term.projectId === null);
  const counting = projectId !== null && own.length > 0 ? own : general;
  const verdicts = counting.map((term) => verdictOf(term, season, dates, on));
  const [best] = verdicts.sort((a, b) => RANK[a.answer] - RANK[b.answer] || later(b.until, a.until));
  return best ?? { answer: 'UNKNOWN', until: null, reason: { why: 'NO_TERM', part } };
}

export type WarrantyEnd = Pick<WarrantyVerdict, 'answer' | 'until'> & { part: WarrantyPart };

/** Every part that some term is about, by its end; what cannot be told last. */
export function warrantyEnds(terms: WarrantyTerms, dates: WarrantyDates, on: PlainDate): WarrantyEnd[] {
  const counting = terms.terms.filter(({ projectId }) => projectId === null || projectId === terms.projectId);
  return [...new Set(counting.map(({ part }) => part))]
    .map((part) => {
      const { answer, until } = warrantyOf(part, terms, dates, on);
      return { part, answer, until };
    })
    .sort((a, b) => later(a.until ?? '9', b.until ?? '9') || later(a.part, b.part));
}

const RANK = { IN_WARRANTY: 0, UNKNOWN: 1, OUT_OF_WARRANTY: 2 } as const;

function later(left: string | null, right: string | null): number {
  return (left ?? '').localeCompare(right ?? '');
}

function verdictOf(term: WarrantyTerm, season: Season, dates: WarrantyDates, on: PlainDate): WarrantyVerdict {
  const { name, length, lengthUnit, startsWith } = term;
  if (length === null || !Number.isInteger(length) || length <= 0)
    return { answer: 'UNKNOWN', until: null, reason: { why: 'TERM_INCOMPLETE', term: name } };
  const since = dates[startsWith];
  if (since === null)
    return { answer: 'UNKNOWN', until: null, reason: { why: 'NO_START', term: name, missing: startsWith } };
  const until =
    lengthUnit === 'SEASONS'
      ? endOfSeasons(since, length, season)
      : addMonths(since, lengthUnit === 'YEARS' ? length * MONTHS_A_YEAR : length);
  if (on > until) return { answer: 'OUT_OF_WARRANTY', until, reason: { why: 'OVER', term: name, since } };
  const why = on < since ? 'NOT_BEGUN' : 'WITHIN';
  return { answer: 'IN_WARRANTY', until, reason: { why, term: name, since } };
}

/**
 * The last day of so many whole seasons. A season that had begun before the start is none of them: the home was
 * not lived in for all of it.
 */
export function endOfSeasons(start: PlainDate, seasons: number, given: Season): PlainDate {
  const season = isMonthDay(given.startsOn) && isMonthDay(given.endsOn) ? given : USUAL_SEASON;
  const year = Number(start.slice(0, 4));
  const first = dayOf(year, season.startsOn) >= start ? year : year + 1;
  const endsNextYear = season.endsOn < season.startsOn ? 1 : 0;
  return dayOf(first + seasons - 1 + endsNextYear, season.endsOn);
}

function isMonthDay(text: string): boolean {
  const [, month, day] = /^(\d{2})-(\d{2})$/.exec(text) ?? [];
  return (
    month !== undefined && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
  );
}

/** A day that the month does not have is its last: 02-29 is 28 February in most years. */
function dayOf(year: number, monthDay: string): PlainDate {
  const [month = '01', day = '01'] = monthDay.split('-');
  const first = plainDate(`${String(year).padStart(4, '0')}-${month}-01`);
  const last = new Date(Date.parse(`${addMonths(first, 1)}T00:00:00Z`) - 86_400_000).getUTCDate();
  return `${first.slice(0, 8)}${String(Math.min(Number(day), last)).padStart(2, '0')}` as PlainDate;
}
