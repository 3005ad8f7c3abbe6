/**
 * Commands run from their sources against a workspace (the embedded one, or a real server by its address), so
 * that a test needs no build of the functions, chooses the clock, and can cut a command off at any write.
 */
import { randomUUID } from 'node:crypto';
import { ALL_COMMANDS } from '#commands/index.ts';
import { carryOut } from '#commands/system/carry-out.ts';
import type { Actor, AnyCommand, Approved } from '#commands/system/command.ts';
import { parseInput } from '#commands/system/input.ts';
import { resumeCommands } from '#commands/system/jobs.ts';
import { type Decision, isRefused, type Refusal } from '#domain/shared/refusal.ts';
import { RIGHTS, type Right } from '#domain/system/index.ts';
import type { ObjectName } from '#port/records.ts';
import { DuplicateKey, type Store } from '#port/store.ts';
import { twentyClient } from '#twenty/client.ts';
import { twentyStore } from '#twenty/store.ts';

export type Done = { result: Record<string, unknown>; message: string };

export type Options = {
  requestId?: string;
  actor?: Actor;
  rights?: readonly Right[];
  /** The command's "now"; the real one without it. */
  now?: Date;
  approval?: Approved;
  /** Wraps the store, say with `dieAt`. */
  wrap?: (store: Store) => Store;
};

export const SOMEBODY: Actor = { memberId: null, name: 'Somebody' };

export type Desk = {
  store: Store;
  run(command: AnyCommand, input: Record<string, unknown>, options?: Options): Promise<Decision<Done>>;
  /** @throws when the command is refused. */
  done(command: AnyCommand, input: Record<string, unknown>, options?: Options): Promise<Done>;
  /** @throws when the command is carried out. */
  refused(command: AnyCommand, input: Record<string, unknown>, options?: Options): Promise<Refusal>;
};

/** `token` is the application's: commands act as the application. */
export function inProcess(url: string, token: string): Desk {
  const store = twentyStore(twentyClient(url, token));
  const run: Desk['run'] = async (command, input, options = {}) => {
    const { actor = SOMEBODY, rights = RIGHTS, now, approval, wrap } = options;
    const body = { requestId: options.requestId ?? randomUUID(), ...input };
    const parsed = parseInput<{ requestId: string }>(command.schema, body);
    if (isRefused(parsed)) return parsed;
    const context = {
      store: wrap?.(store) ?? store,
      clock: { now: () => now ?? new Date() },
      actor,
      rights: new Set(rights),
      ...(approval === undefined ? {} : { approval }),
    };
    return (await carryOut(command, context, parsed.plan)) as Decision<Done>;
  };
  return {
    store,
    run,
    async done(command, input, options) {
      const decision = await run(command, input, options);
      if (isRefused(decision))
        throw new Error(`${command.name} is refused: ${JSON.stringify(decision.refused)}`);
      return decision.plan;
    },
    async refused(command, input, options) {
      const decision = await run(command, input, options);
      if (!isRefused(decision))
        throw new Error(`${command.name} is carried out: ${JSON.stringify(decision.plan)}`);
      return decision.refused;
    },
  };
}

export class Died extends Error {}

/**
 * DUPLICATE: the n-th write meets a key that another row has, though nobody else is there, and writes nothing.
 * TWIN: before the n-th write a second run of the same request comes by and gets through whole.
 */
export type Fault = 'BEFORE' | 'AFTER' | 'DUPLICATE' | 'TWIN';

export type Death = { wrap(store: Store): Store; writes(): number; hasStruck(): boolean; hasDied(): boolean };

/**
 * A store whose n-th write (from 1) never happens (BEFORE: the function died, or the request was cut on its
 * way) or happens and is never answered (AFTER); after either, whatever would follow fails, too.
 */
export function dieAt(write: number, fault: Fault, twin?: () => Promise<unknown>): Death {
  let writes = 0;
  let isDead = false;
  let hasStruck = false;
  async function strike<T>(work: () => Promise<T>, duplicate?: () => T): Promise<T> {
    if (isDead) throw new Died();
    writes++;
    if (writes !== write) return work();
    hasStruck = true;
    if (fault === 'TWIN') {
      await twin?.();
      return work();
    }
    if (fault === 'DUPLICATE') return duplicate === undefined ? work() : duplicate();
    isDead = true;
    if (fault === 'AFTER') await work();
    throw new Died();
  }
  const taken = (object: ObjectName) => () => {
    throw new DuplicateKey(object, null);
  };
  return {
    writes: () => writes,
    hasStruck: () => hasStruck,
    hasDied: () => isDead,
    wrap: (store) => ({
      ...store,
      claim: (object, rows) =>
        strike(
          () => store.claim(object, rows),
          () => ({ won: false, conflictingId: null }),
        ),
      changeWhere: (object, filter, to) => strike(() => store.changeWhere(object, filter, to)),
      write: (all) => {
        const [made] = all.flatMap((one) =>
          'create' in one ? [one.create] : 'createMany' in one ? [one.createMany] : [],
        );
        return strike(() => store.write(all), made === undefined ? undefined : taken(made));
      },
      destroyWhere: (object, filter) => strike(() => store.destroyWhere(object, filter)),
    }),
  };
}

/**
 * Runs `go` cut off at each of its writes, one after the other, until it gets through uncut: BEFORE its n-th
 * write is the same as AFTER the one before it, and both ends of every write are met.
 */
export async function eachCrash(
  go: (wrap: (store: Store) => Store, label: string) => Promise<unknown>,
  then: (label: string) => Promise<void>,
  faults: readonly Fault[] = ['BEFORE', 'AFTER'],
  twin?: () => Promise<unknown>,
): Promise<number> {
  let crashes = 0;
  for (const fault of faults) {
    for (let write = 1; write <= MOST_WRITES; write++) {
      const death = dieAt(write, fault, twin);
      const label = `${fault} write ${write}`;
      await go(death.wrap, label).catch((error: unknown) => {
        if (!(error instanceof Died || error instanceof DuplicateKey)) throw error;
      });
      await then(label);
      if (!death.hasStruck()) break;
      crashes++;
    }
  }
  return crashes;
}

const MOST_WRITES = 80;

/** Of the crashes every second one is left to the repair job, and the others are asked for again. */
export function isLeftToTheJob(label: string): boolean {
  return Number(label.at(-1)) % 2 === 1;
}

/** The repair job comes by: what the request had begun is at its end, and what never began is not there. */
export async function repaired({ store }: Desk, requestId: string): Promise<void> {
  const clock = { now: () => new Date(Date.now() + 10 * 60_000) };
  const { failed } = await resumeCommands({ store, clock }, ALL_COMMANDS);
  if (failed.length > 0) throw new Error(JSON.stringify(failed));
  const { entries } = await store.read({
    entries: { object: 'auditEntry', filter: { requestKey: requestId } },
  });
  const open = entries.filter(({ outcome }) => outcome === 'STARTED');
  if (open.length > 0) throw new Error(`${requestId} is still open`);
}
