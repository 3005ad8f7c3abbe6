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
  const repairs = tickets.filter(
    ({ kind, unitId, part }) => kind === 'REPAIR' && unitId !== null && part !== null,
  );
  const resolved = repairs.filter(({ resolvedAt }) => resolvedAt !== null);
  const again = resolved.filter((one) =>
    repairs.some((other) => {
      const after = Date.parse(other.openedAt ?? '') - Date.parse(one.resolvedAt ?? '');
      return (
        other !== one &&
        other.unitId === one.unitId &&
        other.part === one.part &&
        after >= 0 &&
        after <= REPEAT_DAYS * DAY_MS
      );
    }),
  );
  return share(again.length, resolved.length);
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
