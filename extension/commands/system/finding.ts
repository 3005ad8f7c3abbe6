/**
 * A finding: what is due, as a step of a workflow. It answers what nobody has been told of yet, so that the
 * next step can leave a task for it, or whatever else an admin puts there. Writes nothing.
 */
import * as z from 'zod/mini';
import type { Decision } from '#domain/shared/refusal.ts';
import type { ObjectName } from '#port/records.ts';
import type { Clock, Store } from '#port/store.ts';
import type { TaskKey, Tasks } from '#port/tasks.ts';
import { derivedId } from './request-ids.ts';

export type Found = {
  /** What happened, exactly: the same occasion of the same record is told once. */
  occasion: string;
  object: ObjectName;
  recordId: string;
  /** What it is about, without a word of any language: names, amounts, dates. */
  label: string;
  /** Further lines, for the task's text. */
  details?: string;
  /** Whose it is; null for nobody in particular. */
  assigneeId: string | null;
  /** ISO 8601 date or instant by which somebody should look at it, where the record says so. */
  dueAt: string | null;
};

/** `links` signs what a task may give on to a customer. */
export type Looking = {
  store: Store;
  clock: Clock;
  links?: { secrets: readonly string[]; urlOf(path: string): string };
};

export type Finding<I> = {
  name: string;
  /** How the step is called in the builder. */
  title: string;
  schema: z.ZodMiniType<I>;
  find(looking: Looking, input: I): Promise<Decision<Found[]>>;
};

/** A table of findings holds each as one that takes whatever its own schema has read. */
export type AnyFinding = Finding<unknown>;

/** An answer of a function may have about 140 KB (platform rule); what is over comes with the next run. */
export const MOST_FOUND = 200;

export type FoundAnswer = { count: number; more: number; items: Found[] };

/** What is found and nobody has been told of. */
export async function lookFor<I>(
  finding: Finding<I>,
  looking: Looking & { tasks: Tasks },
  input: I,
): Promise<Decision<FoundAnswer>> {
  const found = await finding.find(looking, input);
  if ('refused' in found) return found;
  const known = await looking.tasks.known(found.plan.map(taskKeyOf));
  const open = found.plan.filter((one) => !known.has(taskKeyOf(one).id));
  const items = open.slice(0, MOST_FOUND);
  return { plan: { count: items.length, more: open.length - items.length, items } };
}

export function taskKeyOf({
  occasion,
  object,
  recordId,
}: Pick<Found, 'occasion' | 'object' | 'recordId'>): TaskKey {
  const id = derivedId('task', occasion, object, recordId);
  return { id, linkId: derivedId('task link', id) };
}

/** A whole number that an admin may change in the builder. */
export function setting(initially: number, most: number) {
  const number = z
    .int('must be a whole number')
    .check(z.gte(0, 'must not be negative'), z.lte(most, `must be at most ${most}`));
  return z._default(number, initially);
}

const HOUR_MS = 3_600_000;

export function hoursFrom(now: Date, hours: number): string {
  return new Date(now.getTime() + hours * HOUR_MS).toISOString();
}

/** "2025-01-31 09:00 UTC" of an instant, the same for every reader. */
export function momentText(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
