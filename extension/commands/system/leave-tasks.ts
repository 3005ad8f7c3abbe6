/**
 * Leaves a task for each thing that was found, for whom it concerns, linked to its record.
 *
 * Changes: tasks of Twenty and their links. Guard: a task's id is made of its occasion and its record, so
 * the same occasion leaves one task however often and from wherever it is asked for. After a crash: tasks
 * are missing, or one has no link; what was found is found again, and the next run leaves the rest.
 */
import * as z from 'zod/mini';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import { type ObjectName, RECORDS } from '#port/records.ts';
import type { Clock } from '#port/store.ts';
import type { NewTask, Tasks } from '#port/tasks.ts';
import { taskKeyOf } from './finding.ts';
import { instant, recordId, requiredText, text } from './input.ts';

const DAY_MS = 86_400_000;
const MOST_ITEMS = 500;

const item = z.object({
  occasion: z.string().check(z.minLength(1), z.maxLength(300)),
  object: z.string().check(z.refine((name) => Object.hasOwn(RECORDS, name), 'must be an object of Keyturn')),
  recordId,
  label: z.string().check(z.maxLength(500)),
  details: z.optional(z.string().check(z.maxLength(10_000))),
  assigneeId: z.nullable(recordId),
  dueAt: z.nullable(z.union([z.iso.date(), instant])),
});

const list = z.array(item).check(z.maxLength(MOST_ITEMS, `must be at most ${MOST_ITEMS}`));

/** The builder hands on a list as it is, or, between other words, as JSON text. */
const items = z.pipe(
  z.union([z.array(z.unknown()), z.string()], 'must be the list that a step has found'),
  z.transform((given) => (typeof given === 'string' ? parsed(given) : given)),
);

function parsed(given: string): unknown {
  try {
    return JSON.parse(given);
  } catch {
    return null;
  }
}

export const leaveTasksSchema = z.object({
  items,
  title: requiredText,
  text: z.optional(text),
  /** Counted from now, for what has no date of its own. */
  dueInDays: z._default(z.int().check(z.gte(0), z.lte(365)), 1),
  /** Who gets what belongs to nobody. */
  assigneeId: z.optional(recordId),
});

export type LeaveTasksInput = z.infer<typeof leaveTasksSchema>;

export const leaveTasksTitle = 'Leave tasks';

/** Tasks left now, and how many stood already. */
export type TasksLeft = { left: number; known: number };

export async function leaveTasks(
  { tasks, clock }: { tasks: Tasks; clock: Clock },
  input: LeaveTasksInput,
): Promise<Decision<TasksLeft>> {
  const found = list.safeParse(input.items);
  if (!found.success) {
    const problem = found.error.issues[0]?.message ?? 'is wrong';
    return refuse({
      code: 'INVALID_INPUT',
      field: 'items',
      problem: input.items === null ? 'must be the list that a step has found' : problem,
    });
  }
  const soon = new Date(clock.now().getTime() + input.dueInDays * DAY_MS).toISOString();
  const wanted = found.data.map((one): NewTask => {
    const object = one.object as ObjectName;
    return {
      ...taskKeyOf({ ...one, object }),
      title: `${input.title}: ${one.label}`,
      text: [input.text, one.details].filter((part) => part).join('\n\n'),
      dueAt: one.dueAt === null ? soon : new Date(one.dueAt).toISOString(),
      assigneeId: one.assigneeId ?? input.assigneeId ?? null,
      object,
      recordId: one.recordId,
    };
  });
  const known = await tasks.known(wanted);
  const missing = [...new Map(wanted.map((task) => [task.id, task])).values()].filter(
    ({ id }) => !known.has(id),
  );
  const left = missing.length === 0 ? 0 : await tasks.leave(missing);
  return { plan: { left, known: wanted.length - left } };
}
