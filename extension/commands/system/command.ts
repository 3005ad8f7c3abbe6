/**
 * What a command is. It takes the road load -> decide -> apply: `load` only reads, `decide` is pure,
 * `apply` writes with the guard first. `carryOut` runs it and keeps its journal. Types: this file writes nothing.
 */
import type * as z from 'zod/mini';
import type { Decision } from '#domain/shared/refusal.ts';
import type { Right } from '#domain/system/index.ts';
import type { ObjectName } from '#port/records.ts';
import type { Clock, Store } from '#port/store.ts';

/** Who asks. `memberId` is null for an API key, a workflow or Keyturn itself. */
export type Actor = { memberId: string | null; name: string };

export type CommandContext = {
  store: Store;
  clock: Clock;
  actor: Actor;
  rights: ReadonlySet<Right>;
  /** Digits that nobody can foresee, from the door: commands know no chance. */
  chance?(): string;
  /** Set when somebody else has approved just this input; see approvals.ts. */
  approval?: Approved;
};

export type Approved = { id: string; by: string };

/** One run of a command: the same ids and the same "now" when it is run again. */
export type Run = CommandContext & {
  now: Date;
  /** An earlier run of this request was cut off: some of its work may be done already. */
  isResumed: boolean;
  /** Of a run that goes on: what the first one found, by the command's `expects`. */
  expected?: Readonly<Record<string, unknown>> | null;
  /** The same name gives the same id in every run of this request. */
  idFor(name: string): string;
  requestId: string;
};

export type Applied<A> = {
  answer: A;
  /** One sentence for the person who asked. */
  message: string;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

export type Room = 'inventory' | 'deal' | 'ledger' | 'handover' | 'care' | 'system';

export type Command<I extends { requestId: string }, S, P, A extends Record<string, unknown>> = {
  name: string;
  room: Room;
  /** "Reserve unit": how the audit entry and the workflow step are called. */
  title: string;
  right: Right;
  /** Nobody carries it out alone: one person asks for it, another one with this right approves (C5). */
  approvedWith?: Right;
  /** What follows when its approval is rejected; it is carried out in the name of who rejected. */
  whenRejected?(
    input: I,
    rejection: { requestId: string; reason: string },
  ): { command: AnyCommand; input: { requestId: string } };
  /** Another right for this input than `right`, where the input says what is asked for. */
  rightFor?(input: I): Right;
  /** One of these rights is enough to call it; which of them the caller has is in `rights`. */
  anyOf?: readonly Right[];
  /** The deal that it acts on: whose it is decides who may, beside the right (C5); see who-may.ts. */
  dealOf?(snapshot: S): { name: string; salespersonId: string | null } | null;
  /** Further rights that change what this input may do, such as agreeing on another price. */
  alsoUses?(input: I): Right[];
  schema: z.ZodMiniType<I>;
  /** The record that the command is about, for the audit entry. */
  subject(input: I): { kind: ObjectName; id: string };
  load(run: Pick<Run, 'store' | 'idFor'>, input: I): Promise<Decision<S>>;
  /**
   * What its guard asks for, of the record as it was found. It is kept with the request before anything is changed:
   * a run that goes on tells by it what somebody else has changed since. JSON.
   */
  expects?(snapshot: S): Record<string, unknown>;
  decide(run: Run, input: I, snapshot: S): Decision<P>;
  apply(run: Run, input: I, snapshot: S, plan: P): Promise<Decision<Applied<A>>>;
};

// biome-ignore lint/suspicious/noExplicitAny: a table of commands holds each with its own types
export type AnyCommand = Command<any, any, any, any>;
