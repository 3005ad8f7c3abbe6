/** Tasks that wait for a person: Twenty's own, seen by their assignee and on the record that they are about. */
import type { ObjectName } from './records.ts';

/** Ids of a task and of its link to the record: made of the occasion, so that it never leaves two. */
export type TaskKey = { id: string; linkId: string };

export type NewTask = TaskKey & {
  title: string;
  text: string;
  /** ISO 8601; null for a task without a date. */
  dueAt: string | null;
  /** The workspace member whose task it is; null for nobody in particular. */
  assigneeId: string | null;
  object: ObjectName;
  recordId: string;
};

export interface Tasks {
  /** Ids of those of these tasks that stand with their record, done and deleted ones included. */
  known(tasks: readonly TaskKey[]): Promise<Set<string>>;

  /** Leaves those that are not there yet, and resolves to how many that were. Safe to repeat. */
  leave(tasks: readonly NewTask[]): Promise<number>;
}
