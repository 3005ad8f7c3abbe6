/** What a board looks at: which projects, in which currency, by which calendar, and its own choice. */
import { dayIn } from '#domain/insight/index.ts';
import { dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { literal } from '#widgets/shared/api/graphql.ts';
import type { BoardAnswer, ShortList } from './grouped.ts';

export type Project = { id: string; name: string; currencyCode: string | null; timeZone: string | null };

/** The choice of projects as the filter has it: all of one currency, or one. */
export type Place = { kind: 'ALL'; currency: string | null } | { kind: 'ONE'; project: Project };

export type Scope = {
  place: Place;
  /** Of one project its own; otherwise the reader's. */
  timeZone: string;
  today: PlainDate;
  /** The board's own filter, such as the grain of its periods. */
  choice: string;
  readAt: number;
};

/** A scope after reading: amounts of other currencies are left out, for they cannot be added. */
export type Told = Scope & { currency: string; projects: readonly Project[] };

export const ALL: Place = { kind: 'ALL', currency: null };

export const PROJECTS: ShortList = {
  objects: 'keyturnProjects',
  fields: 'id name currencyCode timeZone',
  first: 200,
  orderBy: '[{ name: AscNullsLast }]',
};

export function scopeOf(place: Place, choice: string, now: number): Scope {
  const own = place.kind === 'ONE' ? place.project.timeZone : null;
  const timeZone = own || Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  return { place, timeZone, today: dateIn(new Date(now), timeZone), choice, readAt: now };
}

export function toldOf(scope: Scope, answer: BoardAnswer): Told {
  const projects = (answer.lists.projects ?? []) as Project[];
  const { place } = scope;
  const chosen = place.kind === 'ONE' ? place.project.currencyCode : place.currency;
  return { ...scope, projects, currency: chosen || (currenciesOf(projects)[0] ?? 'XXX') };
}

/** The currency of the most projects first. */
export function currenciesOf(projects: readonly Project[]): string[] {
  const counts = new Map<string, number>();
  for (const { currencyCode } of projects) {
    if (currencyCode) counts.set(currencyCode, (counts.get(currencyCode) ?? 0) + 1);
  }
  return [...counts].sort(([, left], [, right]) => right - left).map(([currency]) => currency);
}

/** Condition for records that have a unit; nothing for all projects. */
export function ofUnit({ place }: Scope): string[] {
  return place.kind === 'ONE' ? [`{ unit: { projectId: { eq: ${literal(place.project.id)} } } }`] : [];
}

/** Condition for records that have a project themselves. */
export function ofProject({ place }: Scope): string[] {
  return place.kind === 'ONE' ? [`{ projectId: { eq: ${literal(place.project.id)} } }`] : [];
}

export function oneOf(field: string, values: readonly string[]): string {
  return `{ ${field}: { in: [${values.join(', ')}] } }`;
}

export function from(field: string, day: PlainDate): string {
  return `{ ${field}: { gte: ${literal(day)} } }`;
}

/** Of moments: from where the day begins in the time zone of the scope. */
export function fromMoment(field: string, day: PlainDate, { timeZone }: Scope): string {
  return `{ ${field}: { gte: ${literal(dayIn(day, timeZone).from.toISOString())} } }`;
}
