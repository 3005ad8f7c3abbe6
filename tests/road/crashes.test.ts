/**
 * Crash points: the function dies before or after any of its writes, or the answer to a write is lost.
 * The same request again, or the repair job, ends in the state of one clean run.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  buildSite,
  expectDone,
  type Ground,
  openGround,
  reserve,
  type Site,
  sign,
  stateOfUnit,
} from './ground.ts';

/** More than any command writes; the last of them shows that the fault was past the end. */
const MOST_WRITES = 9;
const FAULTS = ['killFunctionBeforeWrite', 'killFunctionAfterWrites', 'dropResponseAfterWrites'] as const;
const CASES = FAULTS.flatMap((fault) =>
  Array.from({ length: MOST_WRITES }, (_, index) => ({ fault, write: index + 1 })),
);

describe('crash points', () => {
  let ground: Ground;
  let site: Site;
  let next = 0;
  const unit = () => site.unitIds[next++] ?? '';

  beforeAll(async () => {
    ground = await openGround();
    site = await buildSite(ground.client, { units: 150, buyers: 1 });
  });
  afterAll(() => ground.close());

  const buyer = () => site.buyerIds[0] ?? '';
  const reserveOnce = (unitId: string, requestId: string) =>
    reserve(ground.client, unitId, buyer(), requestId);

  async function cleanReservation() {
    const unitId = unit();
    expectDone(await reserveOnce(unitId, randomUUID()));
    return stateOfUnit(ground.client, unitId);
  }

  async function cleanContract() {
    const unitId = unit();
    const { reservationId } = expectDone(await reserveOnce(unitId, randomUUID()));
    expectDone(await sign(ground.client, site, reservationId));
    return stateOfUnit(ground.client, unitId);
  }

  /** Two minutes are the patience of the repair job; here they pass at once. */
  const letTimePass = () =>
    ground.workspace.sql(
      `update "keyturnAuditEntry" set "startedAt" = "startedAt" - interval '10 minutes' where outcome = 'STARTED'`,
    );

  it.each(CASES)(
    'reserve-unit, $fault($write), then the same request again: one clean reservation',
    async ({ fault, write }) => {
      const unitId = unit();
      const requestId = randomUUID();
      ground.workspace.faults[fault](write);
      await reserveOnce(unitId, requestId).catch(() => undefined);
      ground.workspace.faults.clear();
      expectDone(await reserveOnce(unitId, requestId));
      expect(await stateOfUnit(ground.client, unitId)).toEqual(await cleanReservation());
    },
  );

  it.each(CASES)(
    'sign-contract, $fault($write), then the same request again: one clean contract',
    async ({ fault, write }) => {
      const unitId = unit();
      const { reservationId } = expectDone(await reserveOnce(unitId, randomUUID()));
      const requestId = randomUUID();
      ground.workspace.faults[fault](write);
      await sign(ground.client, site, reservationId, requestId).catch(() => undefined);
      ground.workspace.faults.clear();
      expectDone(await sign(ground.client, site, reservationId, requestId));
      expect(await stateOfUnit(ground.client, unitId)).toEqual(await cleanContract());
    },
  );

  it.each(CASES.filter(({ fault }) => fault === 'killFunctionAfterWrites'))(
    'sign-contract killed after write $write and never asked again: the repair job carries it through',
    async ({ write }) => {
      const unitId = unit();
      const { reservationId } = expectDone(await reserveOnce(unitId, randomUUID()));
      ground.workspace.faults.killFunctionAfterWrites(write);
      await sign(ground.client, site, reservationId).catch(() => undefined);
      ground.workspace.faults.clear();
      await letTimePass();
      await ground.workspace.runCron('keyturn-resume-commands');
      expect(await stateOfUnit(ground.client, unitId)).toEqual(await cleanContract());
    },
  );
});
