/**
 * Commands run from their sources against a workspace (the embedded one, or a real server by its address), so
 * that a test needs no build of the functions, chooses the clock, and can cut a command off at any write.
 */
import { randomUUID } from 'node:crypto';
import { carryOut } from '#commands/system/carry-out.ts';
import type { Actor, AnyCommand, Approved } from '#commands/system/command.ts';
import { parseInput } from '#commands/system/input.ts';
import { type Decision, isRefused, type Refusal } from '#domain/shared/refusal.ts';
import { RIGHTS, type Right } from '#domain/system/index.ts';
import type { Store } from '#port/store.ts';
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

export type Fault = 'BEFORE' | 'AFTER';

/**
 * A store whose n-th write (from 1) never happens (BEFORE: the function died, or the request was cut on its
 * way) or happens and is never answered (AFTER); whatever would follow fails, too.
 */
export function dieAt(write: number, fault: Fault): { wrap(store: Store): Store; hasDied(): boolean } {
  let writes = 0;
  let isDead = false;
  async function strike<T>(work: () => Promise<T>): Promise<T> {
    if (isDead) throw new Died();
    writes++;
    if (writes < write) return work();
    isDead = true;
    if (fault === 'AFTER') await work();
    throw new Died();
  }
  return {
    hasDied: () => isDead,
    wrap: (store) => ({
      ...store,
      claim: (object, rows) => strike(() => store.claim(object, rows)),
      changeWhere: (object, filter, to) => strike(() => store.changeWhere(object, filter, to)),
      write: (writes_) => strike(() => store.write(writes_)),
      destroyWhere: (object, filter) => strike(() => store.destroyWhere(object, filter)),
    }),
  };
}

/** Runs `go` cut off at each of its writes, one after the other, until it gets through uncut. */
export async function eachCrash(
  go: (wrap: (store: Store) => Store, label: string) => Promise<unknown>,
  then: (label: string) => Promise<void>,
  most = 60,
): Promise<number> {
  for (const fault of ['BEFORE', 'AFTER'] as const) {
    for (let write = 1; ; write++) {
      if (write > most) throw new Error(`still at work after ${most} writes`);
      const death = dieAt(write, fault);
      const label = `dead ${fault} write ${write}`;
      await go(death.wrap, label).catch((error: unknown) => {
        if (!(error instanceof Died)) throw error;
      });
      await then(label);
      if (!death.hasDied()) break;
      if (fault === 'AFTER' && write > most) break;
    }
  }
  return most;
}
