/** Figures of the service (A099, A101, A102): promises kept, first answer, repeats, complaints a hundred homes, satisfaction. */
import type { TicketKind } from './care-states.ts';

export type Served = {
  kind: TicketKind;
  unitId: string | null;
  part: string | null;
  openedAt: string | null;
  respondBy: string | null;
  resolveBy: string | null;
  respondedAt: string | null;
  resolvedAt: string | null;
  satisfaction: number | null;
};

/** A part of a whole; null where there is nothing to take a part of. */
export type Share = { part: number; whole: number; percent: number | null };

const DAY_MS = 86_400_000;
const REPEAT_DAYS = 30;

function share(part: number, whole: number): Share {
  return { part, whole, percent: whole === 0 ? null : Math.round((part / whole) * 1_000) / 10 };
}

/** Of the promises that have been kept or broken by now, how many were kept. What still runs says nothing yet. */
export function hitRate(tickets: readonly Served[], what: 'ANSWER' | 'RESOLUTION', now: Date): Share {
  let [kept, told] = [0, 0];
  for (const ticket of tickets) {
    const [due, at] =
      what === 'ANSWER' ? [ticket.respondBy, ticket.respondedAt] : [ticket.resolveBy, ticket.resolvedAt];
    if (due === null || (at === null && Date.parse(due) >= now.getTime())) continue;
    told += 1;
    if (at !== null && Date.parse(at) <= Date.parse(due)) kept += 1;
  }
  return share(kept, told);
}

/** Minutes from the opening to the first answer, by the clock on the wall; null while nobody was answered. */
export function firstAnswerMedian(tickets: readonly Served[]): number | null {
  const minutes = tickets
    .flatMap(({ openedAt, respondedAt }) =>
      openedAt === null || respondedAt === null ? [] : [Date.parse(respondedAt) - Date.parse(openedAt)],
    )
    .map((length) => length / 60_000)
    .sort((a, b) => a - b);
  const [low, high] = [
    minutes[Math.floor((minutes.length - 1) / 2)],
    minutes[Math.floor(minutes.length / 2)],
  ];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}

/** Repairs after which the same part of the same home was reported again within thirty days. */
export function repeatRate(tickets: readonly Served[]): Share {
  const opened = new Map<string, [ticket: Served, at: number][]>();
  for (const ticket of tickets) {
    const place = placeOf(ticket);
    if (place === null) continue;
    const same = opened.get(place) ?? [];
    same.push([ticket, Date.parse(ticket.openedAt ?? '')]);
    opened.set(place, same);
  }
  const resolved = tickets.filter((ticket) => placeOf(ticket) !== null && ticket.resolvedAt !== null);
  const again = resolved.filter((one) => {
    const from = Date.parse(one.resolvedAt ?? '');
    const others = opened.get(placeOf(one) ?? '') ?? [];
    return others.some(([other, at]) => other !== one && at >= from && at - from <= REPEAT_DAYS * DAY_MS);
  });
  return share(again.length, resolved.length);
}

/** Where a repair was; null for what is no repair or says no home or part. */
function placeOf({ kind, unitId, part }: Served): string | null {
  return kind === 'REPAIR' && unitId !== null && part !== null ? `${unitId} ${part}` : null;
}

/** Complaints for every hundred homes that were handed over. */
export function complaintsPerHundred(tickets: readonly Served[], homes: number): number | null {
  const complaints = tickets.filter(({ kind }) => kind === 'COMPLAINT').length;
  return homes <= 0 ? null : Math.round((complaints / homes) * 1_000) / 10;
}

/** Customers who gave four or five of five, of all who said something; and the mean. */
export function satisfactionOf(tickets: readonly Served[]): Share & { mean: number | null } {
  const said = tickets.flatMap(({ satisfaction }) => satisfaction ?? []);
  const total = said.reduce((sum, stars) => sum + stars, 0);
  const mean = said.length === 0 ? null : Math.round((total / said.length) * 10) / 10;
  return { ...share(said.filter((stars) => stars >= 4).length, said.length), mean };
}

const PROMOTER_STARS = 5;
const DETRACTOR_STARS = 3;

/**
 * Promoters less detractors, in points from -100 to 100 (NPS). Customers are asked for one to five stars and not for
 * nought to ten: five recommends us, three and fewer do not, four counts as neither.
 */
export function promoterScore(tickets: readonly Served[]): { asked: number; points: number | null } {
  const said = tickets.flatMap(({ satisfaction }) => satisfaction ?? []);
  const promoters = said.filter((stars) => stars >= PROMOTER_STARS).length;
  const detractors = said.filter((stars) => stars <= DETRACTOR_STARS).length;
  const points = said.length === 0 ? null : Math.round(((promoters - detractors) / said.length) * 1_000) / 10;
  return { asked: said.length, points };
}
