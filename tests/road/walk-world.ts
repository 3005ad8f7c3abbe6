/** What the walk over states and commands stands on: a site, and records of every object in whatever state. */
import { randomUUID } from 'node:crypto';
import { reserveUnit } from '#commands/deal/reserve-unit.ts';
import { signContract } from '#commands/deal/sign-contract.ts';
import { parseMoney } from '#domain/shared/money.ts';
import type { GuardedObject } from '#port/guarded.ts';
import { buildSite, CURRENCY, type Ground, type Site, TODAY } from './ground.ts';
import { type Desk, inProcess } from './in-process.ts';

const UNITS = 150;

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
    return new World(ground, desk, await buildSite(ground.client, { units: UNITS, buyers: 1 }));
  }

  get buyerId(): string {
    return this.site.buyerIds[0] ?? '';
  }

  /** A unit that is for sale and that nobody else takes. */
  unit(): string {
    const id = this.site.unitIds[this.next++];
    if (id === undefined) throw new Error(`The walk needs more than ${UNITS} units: raise the number`);
    return id;
  }

  async reservation(): Promise<string> {
    const { result } = await this.desk.done(reserveUnit, { unitId: this.unit(), buyerId: this.buyerId });
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

  /** What is written in the whole workspace, as one line: equal before and after means that nothing was. */
  async fingerprint(): Promise<string> {
    const tables = await this.tables();
    const parts = tables.map(
      (table) =>
        `(select coalesce(md5(string_agg(row::text, '|' order by row::text)), '') from "${table}" as row)`,
    );
    const [row] = await this.ground.workspace.sql<{ mark: string }>(
      `select md5(concat(${parts.join(', ')})) as mark`,
    );
    return String(row?.mark);
  }

  private async tables(): Promise<string[]> {
    const rows = await this.ground.workspace.sql<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = current_schema() and (table_name like 'keyturn%' or table_name in ('note', 'noteTarget'))
       order by 1`,
    );
    return rows.map(({ name }) => name);
  }
}
