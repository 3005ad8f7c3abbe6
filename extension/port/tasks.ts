/** Tasks that wait for a person: Twenty's own, seen by their assignee and on the record that they are about. */
import type { ObjectName } from './records.ts';

export type NewTask = {
  /** Made of the occasion and the record, so that the same occasion never leaves two. */
  id: string;
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
  /** Which of these tasks stand with their record, done and deleted ones included. */
  known(ids: readonly string[]): Promise<Set<string>>;

  /** Leaves those that are not there yet, and resolves to how many that were. Safe to repeat. */
  leave(tasks: readonly NewTask[]): Promise<number>;
}
