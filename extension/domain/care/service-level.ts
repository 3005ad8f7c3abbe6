/**
 * Which service level a request has (A099, A102). A level that leaves a field empty is for all of its values. The
 * one that says most about the request counts; of equally exact ones the faster, so that a promise is never
 * broken by another row.
 */
import type { CustomerLevel, ServiceClock, TicketKind, TicketPriority } from './care-states.ts';

export type Level = {
  id: string;
  name: string;
  kind: TicketKind | null;
  customerLevel: CustomerLevel | null;
  priority: TicketPriority | null;
  department: string;
  respondMinutes: number | null;
  resolveMinutes: number | null;
  clock: ServiceClock;
  isActive: boolean;
};

export type Request = {
  kind: TicketKind;
  customerLevel: CustomerLevel;
  priority: TicketPriority;
  department: string;
};

const ASPECTS = ['kind', 'customerLevel', 'priority', 'department'] as const;

export function chooseLevel<L extends Level>(levels: readonly L[], request: Request): L | null {
  const fitting = levels.filter((level) => level.isActive && fits(level, request));
  const [best] = fitting.sort(
    (a, b) =>
      exactness(b) - exactness(a) ||
      minutes(a.resolveMinutes) - minutes(b.resolveMinutes) ||
      minutes(a.respondMinutes) - minutes(b.respondMinutes) ||
      a.clock.localeCompare(b.clock) ||
      a.id.localeCompare(b.id),
  );
  return best ?? null;
}

function fits(level: Level, request: Request): boolean {
  return ASPECTS.every((aspect) => isAny(level[aspect]) || same(level[aspect]) === same(request[aspect]));
}

function isAny(value: string | null): boolean {
  return value === null || value.trim() === '';
}

/** Departments are typed by hand. */
function same(value: string | null): string {
  return (value ?? '').trim().toLowerCase();
}

function exactness(level: Level): number {
  return ASPECTS.filter((aspect) => !isAny(level[aspect])).length;
}

function minutes(value: number | null): number {
  return value ?? Number.POSITIVE_INFINITY;
}
