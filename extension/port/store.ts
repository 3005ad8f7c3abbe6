/**
 * The port through which commands reach the workspace. It promises no transaction: each write
 * commits on its own (platform rule), so guards come first and every write may be repeated.
 */
import type { Money } from '#domain/shared/money.ts';
import type { GuardedObject } from './guarded.ts';
import type { Fields, Loaded, ObjectName, RecordOf, RelationName, RelationsOf, With } from './records.ts';

export type Condition<T> =
  | T
  | { in: readonly T[] }
  | { lt: T }
  | { lte: T }
  | { gt: T }
  | { gte: T; lte: T }
  | { not: T };

/** All conditions hold. A null asks for an empty field. Keys may also be `id`. */
export type Filter<O extends ObjectName> = {
  [F in keyof RecordOf<O>]?: Condition<RecordOf<O>[F]>;
};

/** Conditions on a related record, one step away (platform rule). For reads: what it finds guards no write. */
export type FilterOfRelated<O extends ObjectName> = {
  [R in RelationName<O>]?: RelationsOf<O>[R] extends infer P extends ObjectName ? Filter<P> : never;
};

export type Read<O extends ObjectName> = {
  readonly object: O;
  readonly filter: Filter<O> & FilterOfRelated<O>;
  readonly with?: With<O>;
  /** At most so many records; without it all that match, page by page. */
  readonly limit?: number;
  readonly orderBy?: { readonly [F in keyof RecordOf<O>]?: 'ASC' | 'DESC' };
};

export type AnyRead = { [O in ObjectName]: Read<O> }[ObjectName];

export type ReadAnswers<Q> = {
  -readonly [K in keyof Q]: Q[K] extends { readonly object: infer O extends ObjectName }
    ? Loaded<O, Q[K] extends { readonly with: infer W } ? W : object>[]
    : never;
};

type MoneyField<O extends ObjectName> = {
  [F in keyof Fields<O>]: Money | null extends Fields<O>[F]
    ? Fields<O>[F] extends Money | null
      ? F
      : never
    : never;
}[keyof Fields<O>] &
  string;

/** How many records match, and what an amount of theirs adds up to, one answer a group. */
export type Total<O extends ObjectName> = {
  readonly object: O;
  readonly filter: Filter<O> & FilterOfRelated<O>;
  /** Each combination of values of these fields is a group. */
  readonly by: readonly [keyof Fields<O> & string, ...(keyof Fields<O> & string)[]];
  /** Amounts in different currencies are groups of their own. */
  readonly sum?: MoneyField<O>;
};

export type AnyTotal = { [O in ObjectName]: Total<O> }[ObjectName];

export type Group = { by: Readonly<Record<string, string | null>>; count: number; sum: Money | null };

type CreateWrite = { [O in ObjectName]: { create: O; row: { id: string } & Partial<Fields<O>> } }[ObjectName];
type CreateManyWrite = {
  [O in ObjectName]: { createMany: O; rows: readonly ({ id: string } & Partial<Fields<O>>)[] };
}[ObjectName];
type ChangeWrite = {
  [O in ObjectName]: { change: O; record: RecordOf<O>; to: Partial<Fields<O>> };
}[ObjectName];

type ChangeManyWrite = {
  [O in ObjectName]: {
    changeMany: O;
    changes: readonly { record: RecordOf<O>; to: Partial<Fields<O>> }[];
  };
}[ObjectName];

/**
 * A `create` of a record that already has its id is no error: a repeated command does its work once.
 * `change` takes the record as loaded, so that its guarded fields can be sealed; `changeMany` gives
 * each record values of its own, 200 a request.
 */
export type Write = CreateWrite | CreateManyWrite | ChangeWrite | ChangeManyWrite;

/** `isNew` is false when the very same rows were there before: an earlier run of this request won. */
export type Claimed = { won: true; isNew: boolean } | { won: false; conflictingId: string | null };

/** Two records may not share a key; `conflictingId` says who has it, where the server tells. */
export class DuplicateKey extends Error {
  constructor(
    readonly object: ObjectName,
    readonly conflictingId: string | null,
  ) {
    super(`Another ${object} already has this key`);
  }
}

/** A guarded record as commands know it, and as a hand may have left it in the workspace. */
export type Observed<O extends ObjectName> = { sealed: RecordOf<O>; stored: RecordOf<O>; isSealed: boolean };

export interface Store {
  /**
   * Reads several things in as few requests as the platform allows. Guarded fields come from the
   * seal: what a hand wrote into them decides nothing.
   */
  read<const Q extends Record<string, AnyRead>>(queries: Q): Promise<ReadAnswers<Q>>;

  /**
   * Counts and sums on the server, however many records there are. They are taken of what is stored, so they
   * are for people to read and nothing is decided on them.
   */
  total<const Q extends Record<string, AnyTotal>>(queries: Q): Promise<{ [K in keyof Q]: Group[] }>;

  /** Ids in this workspace of the dashboards' layouts, by their universal identifier. */
  pageLayouts(): Promise<ReadonlyMap<string, string>>;

  /** Reads records of one object both as sealed and as stored. */
  observe<O extends GuardedObject>(object: O, filter: Filter<O>, limit?: number): Promise<Observed<O>[]>;

  /** Records of these objects that anybody has written since, command or hand, in few requests. */
  observeSince<O extends GuardedObject>(
    objects: readonly O[],
    since: Date,
  ): Promise<{ [K in O]: { object: K; observed: Observed<K>[] } }[O][]>;

  /**
   * Inserts that unique keys decide: the row wins, or the answer says who is in the way. A row of the
   * same id that is already there counts as won: it is this very request, run again.
   */
  claim<O extends ObjectName>(
    object: O,
    rows: readonly ({ id: string } & Partial<Fields<O>>)[],
  ): Promise<Claimed>;

  /**
   * One guarded update: resolves to the ids that matched at that very moment, at most 200. Of the
   * sealed fields it writes either none or all, because it does not know the others to seal them.
   * @throws DuplicateKey when another record has a key that it would give; nothing is changed then.
   */
  changeWhere<O extends ObjectName>(
    object: O,
    filter: Filter<O> & { id: Condition<string> },
    to: Partial<Fields<O>>,
  ): Promise<string[]>;

  /**
   * Writes together, in no order: the server works on the parts of a request at the same time, and
   * one that fails stops no other. What depends on another write goes into a later call.
   * @throws DuplicateKey when another record has a key of a created one.
   */
  write(writes: readonly Write[]): Promise<void>;

  /** Deletes for good what matches, keys included: for drafts that came to nothing. */
  destroyWhere<O extends ObjectName>(object: O, filter: Filter<O> & { id: Condition<string> }): Promise<void>;
}

/** Tells people: a note on the record, where everybody who looks at it will see it. */
export interface Notices {
  tell(object: ObjectName, recordId: string, title: string, text: string): Promise<void>;
}

export interface Clock {
  now(): Date;
}
