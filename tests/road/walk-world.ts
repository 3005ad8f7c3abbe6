/** What the walk over states and commands stands on: a site, and records of every object in whatever state. */
import { randomUUID } from 'node:crypto';
import { reserveUnit } from '#commands/deal/reserve-unit.ts';
import { signContract } from '#commands/deal/sign-contract.ts';
import type { AnyCommand } from '#commands/system/command.ts';
import { parseMoney } from '#domain/shared/money.ts';
import type { RefusalCode } from '#domain/shared/refusal.ts';
import type { GuardedObject } from '#port/guarded.ts';
import { buildSite, CURRENCY, type Ground, PRICE, type Site, TODAY } from './ground.ts';
import { type Desk, inProcess, type Options } from './in-process.ts';

const UNITS = 500;

export type Made = { id: string; input: Record<string, unknown> };
/** `isAllowed`: for a state that the tables allow, so that nothing but the state may be in the way. */
export type Make = (world: World, isAllowed: boolean) => Promise<Made>;

/** A row of the walk; walk-cases.ts says what its parts mean. */
export type WalkCase = {
  command: AnyCommand;
  object: GuardedObject;
  make: Make;
  refusedWith: RefusalCode;
  refusedIn?: Readonly<Record<string, RefusalCode>>;
  to?: string | readonly string[];
  from?: readonly string[];
  isOnce?: boolean;
  apart?: Readonly<Record<string, string>>;
  mayRefuse?: readonly RefusalCode[];
};

export const euro = (amount: string) => parseMoney(amount, CURRENCY);

export class World {
  private next = 0;
  private shared: Promise<string> | null = null;

  private constructor(
    readonly ground: Ground,
    readonly desk: Desk,
    readonly site: Site,
  ) {}

  static async open(ground: Ground): Promise<World> {
    const desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
    const site = await buildSite(ground.client, { units: 0, buyers: 2 });
    const { projectId, buildingId } = site;
    const rows = Array.from({ length: UNITS }, (_, index) => ({
      id: randomUUID(),
      name: `Unit ${index + 1}`,
      number: String(index + 1),
      projectId,
      buildingId,
      state: 'AVAILABLE' as const,
      listPrice: euro(PRICE),
    }));
    await desk.store.write([{ createMany: 'unit', rows }]);
    return new World(ground, desk, { ...site, unitIds: rows.map(({ id }) => id) });
  }

  get buyerId(): string {
    return this.site.buyerIds[0] ?? '';
  }

  get otherBuyerId(): string {
    return this.site.buyerIds[1] ?? '';
  }

  /** A unit that is for sale and that nobody else takes. */
  unit(): string {
    const id = this.site.unitIds[this.next++];
    if (id === undefined) throw new Error(`The walk needs more than ${UNITS} units: raise the number`);
    return id;
  }

  async reservation(input: object = {}, options: Options = {}): Promise<string> {
    const asked = { unitId: this.unit(), buyerId: this.buyerId, ...input };
    const { result } = await this.desk.done(reserveUnit, asked, options);
    return result.reservationId as string;
  }

  async contract(): Promise<string> {
    const { result } = await this.desk.done(signContract, {
      reservationId: await this.reservation(),
      planId: this.site.planId,
      number: `W-${randomUUID().slice(0, 13)}`,
      signedOn: TODAY,
    });
    return result.contractId as string;
  }

  /** One contract for rows of the ledger that do not change it. */
  sharedContract(): Promise<string> {
    this.shared ??= this.contract();
    return this.shared;
  }

  /** A record as a command would have made it, sealed with the values that are given. */
  async make(object: GuardedObject, values: object): Promise<string> {
    const id = randomUUID();
    await this.desk.store.write([{ create: object, row: { id, name: `Walk ${id}`, ...values } } as never]);
    return id;
  }

  /** Puts a record into a state as if a command had: the column and the seal. */
  async put(object: GuardedObject, id: string, values: object): Promise<void> {
    const [observed] = await this.desk.store.observe(object, { id } as never, 1);
    if (observed === undefined) throw new Error(`There is no ${object} ${id}`);
    await this.desk.store.write([{ change: object, record: observed.sealed, to: values } as never]);
  }

  async stateOf(object: GuardedObject, id: string): Promise<string> {
    const [observed] = await this.desk.store.observe(object, { id } as never, 1);
    return String((observed?.stored as { state?: string } | undefined)?.state);
  }

  /**
   * How often anything was written to the database, in whatever table: the number that the next writing
   * transaction gets. Equal before and after means that nothing was.
   */
  async writes(): Promise<string> {
    const [row] = await this.ground.workspace.sql<{ writes: string }>(
      'select pg_snapshot_xmax(pg_current_snapshot())::text as writes',
    );
    if (row === undefined) throw new Error('The database does not count its writes');
    return row.writes;
  }
}
