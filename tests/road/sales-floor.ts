/** A sales floor to test holds and the queue on: a site, its people, a release batch, commands from their sources. */
import { randomUUID } from 'node:crypto';
import { callNextTicket } from '#commands/deal/call-ticket.ts';
import { chooseUnit } from '#commands/deal/choose-unit.ts';
import { activateTicket, takeTicket } from '#commands/deal/take-ticket.ts';
import { ALL_COMMANDS } from '#commands/index.ts';
import type { AnyCommand } from '#commands/system/command.ts';
import { resumeCommands } from '#commands/system/jobs.ts';
import type { SalesMode } from '#domain/inventory/index.ts';
import { parseMoney } from '#domain/shared/money.ts';
import type { Right } from '#domain/system/index.ts';
import type { Fields, ObjectName, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { buildSite, CURRENCY, type Ground, openGround, PRICE, type Site } from './ground.ts';
import { type Desk, Died, type Done, dieAt, inProcess, type Options } from './in-process.ts';

export type Floor = {
  ground: Ground;
  desk: Desk;
  site: Site;
  /** The next unit that no test has had. */
  unit(): string;
  buyer(): string;
  /** Somebody of the workspace, as who asks. */
  seller(index?: number): { memberId: string; name: string };
  one<O extends ObjectName>(object: O, id: string): Promise<RecordOf<O>>;
  set<O extends ObjectName>(object: O, id: string, to: Partial<Fields<O>>): Promise<void>;
  lockOf(unitId: string): Promise<RecordOf<'unitLock'> | null>;
  batch(options?: BatchOptions): Promise<string>;
  /** A ticket of a new buyer in this batch, waiting. */
  ticket(batchId: string, options?: Options): Promise<string>;
  called(batchId: string): Promise<string>;
  chosen(batchId: string, unitId: string): Promise<string>;
};

type BatchOptions = {
  salesMode?: SalesMode;
  state?: 'DRAFT' | 'OPEN' | 'CLOSED';
  earnest?: string;
  callMinutes?: number;
  requeues?: number;
  unitIds?: readonly string[];
};

export const SELLER: readonly Right[] = ['sell'];
export const minutes = (count: number, from = new Date()) => new Date(from.getTime() + count * 60_000);

export async function openFloor(size: { units: number; buyers: number }): Promise<Floor> {
  const ground = await openGround();
  const desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
  const site = await buildSite(ground.client, { units: 0, buyers: 0 });
  await fill(ground, desk, site, size);
  const { store } = desk;
  let [units, buyers] = [0, 0];
  const take = (ids: readonly string[], index: number, what: string) => {
    const id = ids[index];
    if (id === undefined) throw new Error(`The floor has no ${what} left`);
    return id;
  };
  const one: Floor['one'] = async (object, id) => {
    const { found } = await store.read({ found: { object, filter: { id } } } as never);
    const record = (found as RecordOf<typeof object>[])[0];
    if (record === undefined) throw new Error(`There is no ${object} ${id}`);
    return record;
  };
  const set: Floor['set'] = async (object, id, to) => {
    const record = await one(object, id);
    await store.write([{ change: object, record, to } as never]);
  };
  const floor: Floor = {
    ground,
    desk,
    site,
    unit: () => take(site.unitIds, units++, 'unit'),
    buyer: () => take(site.buyerIds, buyers++, 'buyer'),
    seller(index = 0) {
      const member = ground.workspace.members[index];
      return { memberId: member?.id ?? '', name: `Seller ${index}` };
    },
    one,
    set,
    async lockOf(unitId) {
      const { locks } = await store.read({ locks: { object: 'unitLock', filter: { lockKey: unitId } } });
      return locks[0] ?? null;
    },
    async batch({ salesMode = 'QUEUE_ORDER', state = 'OPEN', earnest, unitIds = [], ...rest } = {}) {
      const id = randomUUID();
      const earnestAsked = earnest === undefined ? null : parseMoney(earnest, CURRENCY);
      const row = {
        id,
        name: `Batch ${id.slice(0, 4)}`,
        projectId: site.projectId,
        state,
        salesMode,
        earnestAsked,
      };
      await store.write([{ create: 'releaseBatch', row: { ...row, ...rest } }]);
      for (const unitId of unitIds) await set('unit', unitId, { releaseBatchId: id });
      return id;
    },
    async ticket(batchId, options) {
      const { result } = await desk.done(takeTicket, { batchId, buyerId: floor.buyer() }, options);
      await desk.done(activateTicket, { ticketId: result.ticketId }, options);
      return String(result.ticketId);
    },
    async called(batchId) {
      await floor.ticket(batchId);
      return String((await desk.done(callNextTicket, { batchId })).result.ticketId);
    },
    async chosen(batchId, unitId) {
      const ticketId = await floor.called(batchId);
      await desk.done(chooseUnit, { ticketId, unitId });
      return ticketId;
    },
  };
  return floor;
}

/** Units on sale and people, more than one request makes. */
async function fill(ground: Ground, { store }: Desk, site: Site, size: { units: number; buyers: number }) {
  const { projectId, buildingId } = site;
  const listPrice = parseMoney(PRICE, CURRENCY);
  const rows = Array.from({ length: size.units }, (_, index) => {
    const number = String(index + 1);
    const name = `U ${number}`;
    return { id: randomUUID(), name, number, projectId, buildingId, state: 'AVAILABLE' as const, listPrice };
  });
  await store.write([{ createMany: 'unit', rows }]);
  site.unitIds.push(...rows.map(({ id }) => id));
  for (let made = 0; made < size.buyers; made += PEOPLE_AT_ONCE) {
    const buyers = Math.min(PEOPLE_AT_ONCE, size.buyers - made);
    site.buyerIds.push(...(await buildSite(ground.client, { units: 0, buyers })).buyerIds);
  }
}

const PEOPLE_AT_ONCE = 200;

/** Without what differs from run to run. */
export function plain(record: object, ...names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, record[name as never] as unknown]));
}

const MOST_WRITES = 25;

/**
 * The command is cut off before and after each of its writes. Asked again it ends like a clean run; so it does
 * when only the repair job comes by. `prepare` makes fresh ground for each; `endOf` says how it ended.
 */
export async function eachEnd<T>(
  floor: Floor,
  command: AnyCommand,
  prepare: () => Promise<{ input: Record<string, unknown>; endOf: () => Promise<T>; options?: Options }>,
  expectSame: (end: T, clean: T, label: string) => void,
): Promise<void> {
  const clean = await prepare();
  await floor.desk.done(command, clean.input, clean.options);
  const cleanEnd = await clean.endOf();
  for (const fault of ['BEFORE', 'AFTER'] as const) {
    for (let write = 1; write <= MOST_WRITES; write++) {
      const hasDied = await cutOff(floor, command, prepare, { fault, write }, 'AGAIN', cleanEnd, expectSame);
      if (!hasDied) break;
      await cutOff(floor, command, prepare, { fault, write }, 'REPAIRED', cleanEnd, expectSame);
      if (write === MOST_WRITES) throw new Error(`${command.name} is still writing`);
    }
  }
}

async function cutOff<T>(
  { desk }: Floor,
  command: AnyCommand,
  prepare: () => Promise<{ input: Record<string, unknown>; endOf: () => Promise<T>; options?: Options }>,
  { fault, write }: { fault: 'BEFORE' | 'AFTER'; write: number },
  then: 'AGAIN' | 'REPAIRED',
  cleanEnd: T,
  expectSame: (end: T, clean: T, label: string) => void,
): Promise<boolean> {
  const { input, endOf, options } = await prepare();
  const death = dieAt(write, fault);
  const requestId = randomUUID();
  await dying(desk.run(command, input, { ...options, requestId, wrap: death.wrap }));
  // Before the first write there is nothing that the repair job could know of.
  const isKnown = fault === 'AFTER' || write > 1;
  if (then === 'REPAIRED' && isKnown) await repair(desk.store, options?.now);
  else await desk.done(command, input, { ...options, requestId });
  expectSame(await endOf(), cleanEnd, `${then} after death ${fault} write ${write}`);
  return death.hasDied();
}

async function dying(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof Died)) throw error;
  });
}

/** The job that carries through what was cut off, after its patience. */
export async function repair(store: Store, now = new Date()): Promise<void> {
  const later = () => minutes(3, now);
  await resumeCommands({ store, clock: { now: later } }, ALL_COMMANDS);
}

export type { Done };
