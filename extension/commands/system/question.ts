/**
 * A question: reads and answers. It changes nothing that counts (a file that was read is kept to be looked
 * at), and so leaves no entry in the journal of commands. Types: this file writes nothing.
 */
import type * as z from 'zod/mini';
import type { Decision } from '#domain/shared/refusal.ts';
import type { Right } from '#domain/system/index.ts';
import type { Files } from '#port/files.ts';
import type { Clock, Store } from '#port/store.ts';
import type { Room } from './command.ts';

export type Asked = {
  store: Store;
  clock: Clock;
  files: Files;
  /** Who asks, with those of the question's rights that they have. */
  caller?: { memberId: string | null; rights: ReadonlySet<Right> };
  /** Whether an application variable has a value, which itself is nobody's to read. */
  isSet?(variable: string): boolean;
  /** What links for people without an account are signed with, and where a route of ours is reached. */
  links?: { secrets: readonly string[]; urlOf(path: string): string };
};

export type Question<I, A extends Record<string, unknown>> = {
  name: string;
  room: Room;
  /** Any of these rights lets somebody ask. */
  rights: readonly Right[];
  schema: z.ZodMiniType<I>;
  answer(asked: Asked, input: I): Promise<Decision<A>>;
};

/** A table of questions holds each as one that takes whatever its own schema has read. */
export type AnyQuestion = Question<unknown, Record<string, unknown>>;
