/** Handover batches and appointments, cut off at every write; see killed-scenarios.ts. */
import { randomUUID } from 'node:crypto';
import { arriveHandover, missHandover } from '#commands/handover/arrive-handover.ts';
import { bookHandover, unbookHandover } from '#commands/handover/book-handover.ts';
import { deemDelivered } from '#commands/handover/deem-delivered.ts';
import { deferHandoverDues } from '#commands/handover/defer-handover-dues.ts';
import { handOver } from '#commands/handover/hand-over.ts';
import { closeHandoverBatch, openHandoverBatch } from '#commands/handover/open-handover-batch.ts';
import { renewHandoverLink } from '#commands/handover/renew-link.ts';
import { recordReceipt } from '#commands/ledger/record-receipt.ts';
import { plainDate } from '#domain/shared/plain-date.ts';
import { batchTerms, startsOf } from './appointment-site.ts';
import { withoutTemplates } from './killed-inspection-scenarios.ts';
import type { Scenario, Stage } from './killed-scenarios.ts';
import { daysAgo } from './ledger-site.ts';

const TERMS = batchTerms();
const [FIRST = '', SECOND = ''] = startsOf(TERMS);
const LONG_AGO = new Date(Date.now() - 40 * 86_400_000).toISOString();

async function invited(stage: Stage) {
  const { contractId, unitId } = await stage.contract();
  const buildingId = await buildingOf(stage, unitId);
  const { result } = await stage.desk.done(openHandoverBatch, { buildingId, ...TERMS });
  const { found } = await stage.desk.store.read({ found: { object: 'handover', filter: { contractId } } });
  return { contractId, batchId: String(result.handoverBatchId), handoverId: found[0]?.id ?? '' };
}

async function buildingOf({ desk }: Stage, unitId: string): Promise<string> {
  const { units } = await desk.store.read({ units: { object: 'unit', filter: { id: unitId } } });
  return units[0]?.buildingId ?? '';
}

async function booked(stage: Stage, slotAt = FIRST) {
  const known = await invited(stage);
  await stage.desk.done(bookHandover, { handoverId: known.handoverId, slotAt });
  return known;
}

async function change(stage: Stage, object: 'handover' | 'handoverBatch', id: string, to: object) {
  const { found } = await stage.desk.store.read({ found: { object, filter: { id } } } as never);
  const [record] = found as { id: string }[];
  await stage.desk.store.write([{ change: object, record, to } as never]);
}

const ofHandover =
  (rest: Record<string, unknown>, made = invited): Scenario['prepare'] =>
  async (stage) => ({ input: { handoverId: (await made(stage)).handoverId, ...rest } });

const scenario = (
  command: Scenario['command'],
  prepare: Scenario['prepare'],
  name = command.name,
): Scenario => ({ name, command, prepare });

export const HANDOVER_SCENARIOS: Scenario[] = [
  scenario(openHandoverBatch, async (stage) => {
    const { unitId } = await stage.contract();
    return { input: { buildingId: await buildingOf(stage, unitId), ...TERMS } };
  }),
  scenario(closeHandoverBatch, async (stage) => ({
    input: { handoverBatchId: (await invited(stage)).batchId },
  })),
  scenario(bookHandover, ofHandover({ slotAt: FIRST })),
  scenario(bookHandover, ofHandover({ slotAt: SECOND }, booked), 'book-handover, moved'),
  scenario(unbookHandover, ofHandover({}, booked)),
  scenario(
    arriveHandover,
    ofHandover({ cameAs: 'PROXY', proxyName: 'Bo Li', identityChecked: true }, booked),
  ),
  scenario(missHandover, async (stage) => {
    const { handoverId } = await booked(stage);
    await change(stage, 'handover', handoverId, { slotAt: LONG_AGO, slotEndsAt: LONG_AGO });
    return { input: { handoverId } };
  }),
  scenario(deemDelivered, async (stage) => {
    const { handoverId, batchId } = await invited(stage);
    await change(stage, 'handover', handoverId, { notifiedAt: LONG_AGO });
    await change(stage, 'handoverBatch', batchId, { deemedOn: plainDate(daysAgo(3)) });
    return { input: { handoverId } };
  }),
  scenario(deferHandoverDues, async (stage) => {
    const { contractId } = await invited(stage);
    const terms = { amount: '1000.00', until: daysAgo(-30), reason: 'The bank pays next week' };
    return { input: { contractId, ...terms }, options: { approval: { id: randomUUID(), by: 'Director' } } };
  }),
  scenario(renewHandoverLink, ofHandover({ version: 1 })),
  scenario(
    handOver,
    async (stage) => {
      await withoutTemplates(stage.desk);
      const { contractId, handoverId } = await booked(stage);
      const money = { amount: '1000000.00', method: 'TRANSFER', receivedOn: daysAgo(0), valueOn: daysAgo(5) };
      await stage.desk.done(recordReceipt, { contractId, ...money, allowPrepayment: true });
      await stage.desk.done(arriveHandover, { handoverId, cameAs: 'BUYER', identityChecked: true });
      return { input: { contractId, handedOverOn: daysAgo(0), receivedBy: 'Lin Mei', keySets: 3 } };
    },
    'hand-over, of an appointment',
  ),
];
