/**
 * A home is deemed delivered (C4): its buyer was invited in time and has not come.
 *
 * Changes: the handover, DEEMED_DELIVERED as of the day that the rule names; installments that wait for the
 * delivery fall due. The keys stay in store: `hand-over` gives them later. Guard: only from NOTIFIED or NO_SHOW,
 * and never while what is missing is our own doing. After a crash: the state stands and due dates are missing;
 * the same request again writes them.
 */
import * as z from 'zod/mini';
import { LIVE_CONTRACT_STATES } from '#domain/deal/index.ts';
import { type Dues, decideDeemed } from '#domain/handover/index.ts';
import { dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import { postContract } from '../ledger/post-receipts.ts';
import type { Command } from '../system/command.ts';
import { recordId, requestId } from '../system/input.ts';
import { asItIs } from './appointment-of-contract.ts';
import { fallDue, isBeingChanged } from './delivery.ts';
import { duesOf, itemsOf, type ReadinessSnapshot, readReadiness } from './readiness-of.ts';

const schema = z.object({ requestId, handoverId: recordId });

type Input = z.infer<typeof schema>;
type Snapshot = {
  home: ReadinessSnapshot;
  handover: RecordOf<'handover'>;
  batch: RecordOf<'handoverBatch'> | null;
};
type Plan = { deemedOn: PlainDate; dues: Dues; isDone: boolean };
type Answer = { handoverId: string; deemedOn: string; state: string };

export const deemDelivered: Command<Input, Snapshot, Plan, Answer> = {
  name: 'deem-delivered',
  room: 'handover',
  title: 'Deem delivered',
  right: 'handOver',
  schema,
  subject: ({ handoverId }) => ({ kind: 'handover', id: handoverId }),

  async load({ store }, { handoverId: id }) {
    const { handovers } = await store.read({
      handovers: { object: 'handover', filter: { id }, with: { batch: true } },
    });
    const [handover] = handovers;
    if (handover === undefined) return refuse({ code: 'NOT_FOUND', what: 'handover', id });
    const { contractId } = handover;
    const [home] = contractId === null ? [] : await readReadiness(store, [contractId]);
    if (home === undefined) return refuse({ code: 'NOT_FOUND', what: 'contract', id: contractId ?? '' });
    return { plan: { home, handover, batch: handover.batch } };
  },

  decide(run, _input, { home, handover, batch }): Decision<Plan> {
    const { contract } = home;
    const { name, state, notifiedAt } = handover;
    const project = contract.unit?.project ?? null;
    const zone = project?.timeZone || 'UTC';
    const today = dateIn(run.now, zone);
    if (run.isResumed && state === 'DEEMED_DELIVERED' && handover.deemedOn !== null) {
      const { deemedOn } = handover;
      return { plan: { deemedOn, dues: duesOf(home, deemedOn, today), isDone: true } };
    }
    if (!LIVE_CONTRACT_STATES.includes(contract.state))
      return refuse({ code: 'CONTRACT_NOT_LIVE', contract: contract.name, state: contract.state });
    const decided = decideDeemed({
      handover: name,
      state,
      today,
      notifiedOn: notifiedAt === null ? null : dateIn(new Date(notifiedAt), zone),
      batchDay: batch?.deemedOn ?? null,
      days: project?.deemedDeliveryDays ?? null,
      items: itemsOf(home, today),
    });
    if (isRefused(decided)) return decided;
    const { deemedOn } = decided.plan;
    return { plan: { deemedOn, dues: duesOf(home, deemedOn, today), isDone: false } };
  },

  async apply(run, _input, { home, handover }, { deemedOn, dues, isDone }) {
    const { contract, book } = home;
    const { id, name, state } = handover;
    const deemed = { state: 'DEEMED_DELIVERED' as const, deemedOn, slotKey: '' };
    if (!isDone) {
      const before = sealedFields('handover', handover);
      const changed = await run.store.changeWhere('handover', asItIs(handover), { ...before, ...deemed });
      if (changed.length === 0) return refuse({ code: 'BUSY', what: name });
      if (await isBeingChanged(run.store, contract)) {
        await run.store.changeWhere('handover', { id, state: 'DEEMED_DELIVERED' }, before);
        return refuse({ code: 'BUSY', what: contract.name });
      }
    }
    const today = dateIn(run.now, contract.unit?.project?.timeZone || 'UTC');
    const changes = fallDue(dues, book.installments, today);
    if (changes.length > 0) await run.store.write([{ changeMany: 'installment', changes }]);
    await postContract(run.store, contract, today);
    const answer = { handoverId: id, deemedOn, state: 'DEEMED_DELIVERED' };
    const message = `${name} is deemed delivered as of ${deemedOn}; the keys are kept for the buyer.`;
    return { plan: { answer, message, before: { state }, after: answer } };
  },
};
