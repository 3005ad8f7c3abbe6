/**
 * What becomes of a receipt: cleared, bounced or reversed (C4). Three commands of one shape.
 *
 * Changes: the receipt's state, and through posting everything that its money paid. Guard: the state is
 * changed only while it is still the one that was decided on. After a crash: the state stands and the
 * rows lag behind; the same request again, or the nightly run, posts them.
 */
import * as z from 'zod/mini';
import { RECEIPT_TRANSITIONS, type ReceiptState } from '#domain/ledger/index.ts';
import { formatMoney, NO_CURRENCY } from '#domain/shared/money.ts';
import { dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { refuse } from '#domain/shared/refusal.ts';
import { canGo } from '#domain/shared/state-machine.ts';
import type { Fields, Loaded } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command, Run } from '../system/command.ts';
import { date, recordId, requestId, requiredText } from '../system/input.ts';
import { type ContractOfProject, WITH_PROJECT } from './contract-of.ts';
import { settleDeposits } from './deposits.ts';
import { settleEarnest } from './earnest.ts';
import { postContract } from './post-receipts.ts';

const clearSchema = z.object({ requestId, receiptId: recordId, valueOn: z.optional(date) });
const takeBackSchema = z.object({
  requestId,
  receiptId: recordId,
  on: z.optional(date),
  reason: requiredText,
});

type Input = { requestId: string; receiptId: string; valueOn?: PlainDate; on?: PlainDate; reason?: string };
type Snapshot = {
  receipt: Loaded<'receipt'>;
  contract: ContractOfProject | null;
  reservation: Loaded<'reservation', { unit: { project: true } }> | null;
  ticket: Loaded<'queueTicket', { releaseBatch: { project: true } }> | null;
};
type Plan = { to: Partial<Fields<'receipt'>> & { state: ReceiptState }; today: PlainDate };
type Answer = { receiptId: string; receipt: string; state: string; amount: string; currency: string };

function receiptCommand(
  spec: { name: string; title: string; state: ReceiptState; verb: string },
  schema: z.ZodMiniType<Input>,
): Command<Input, Snapshot, Plan, Answer> {
  return {
    name: spec.name,
    room: 'ledger',
    title: spec.title,
    right: 'keepAccounts',
    schema,
    subject: ({ receiptId }) => ({ kind: 'receipt', id: receiptId }),

    async load({ store }, { receiptId }) {
      const { receipts } = await store.read({ receipts: { object: 'receipt', filter: { id: receiptId } } });
      const [receipt] = receipts;
      if (receipt === undefined) return refuse({ code: 'NOT_FOUND', what: 'receipt', id: receiptId });
      const { contracts, reservations, tickets } = await store.read({
        contracts: {
          object: 'contract',
          filter: { id: { in: known(receipt.contractId) } },
          with: WITH_PROJECT,
        },
        reservations: {
          object: 'reservation',
          filter: { id: { in: known(receipt.reservationId) } },
          with: WITH_PROJECT,
        },
        tickets: {
          object: 'queueTicket',
          filter: { id: { in: known(receipt.queueTicketId) } },
          with: { releaseBatch: { project: true } },
        },
      });
      const contract = contracts[0] ?? null;
      const reservation = reservations[0] ?? null;
      return { plan: { receipt, contract, reservation, ticket: tickets[0] ?? null } };
    },

    decide(run, input, snapshot) {
      const { receipt } = snapshot;
      const today = todayIn(snapshot, run.now);
      const on = input.valueOn ?? input.on;
      if (on !== undefined && on > today) {
        const field = input.valueOn === undefined ? 'on' : 'valueOn';
        return refuse({ code: 'DATE_IN_FUTURE', field, date: on, today });
      }
      // Done by the run that was cut off: only what follows is missing.
      const isDone = run.isResumed && receipt.state === spec.state;
      if (!isDone && !canGo(RECEIPT_TRANSITIONS, receipt.state, spec.state)) {
        return refuse({
          code: 'STATE_NOT_ALLOWED',
          what: receipt.name,
          from: receipt.state,
          to: spec.state,
        });
      }
      const to =
        spec.state === 'CLEARED'
          ? {
              state: spec.state,
              valueOn: input.valueOn ?? clearedFrom(receipt, today),
              bookedOn: today,
            }
          : { state: spec.state, closedOn: input.on ?? today, closeReason: input.reason ?? '' };
      return { plan: { to, today } };
    },

    async apply(run, _input, snapshot, { to, today }) {
      const { receipt } = snapshot;
      if (receipt.state !== to.state) {
        const guard = { id: receipt.id, state: receipt.state };
        const changed = await run.store.changeWhere('receipt', guard, {
          ...sealedFields('receipt', receipt),
          ...to,
        });
        if (changed.length === 0) return refuse({ code: 'BUSY', what: receipt.name });
      }
      await follow(run, snapshot, today);
      const amount = receipt.amount === null ? '0' : formatMoney(receipt.amount);
      const currency = receipt.amount?.currency ?? NO_CURRENCY;
      const answer = { receiptId: receipt.id, receipt: receipt.name, state: to.state, amount, currency };
      return {
        plan: {
          answer,
          message: `Receipt ${receipt.name} of ${amount} ${currency} is ${spec.verb}.`,
          before: { state: receipt.state },
          after: { state: to.state },
        },
      };
    },
  };
}

/** A cheque that was dated ahead and is cleared before its day counts from today: the money is there. */
function clearedFrom({ valueOn }: Fields<'receipt'>, today: PlainDate): PlainDate {
  return valueOn === null || valueOn > today ? today : valueOn;
}

export const clearReceipt = receiptCommand(
  { name: 'clear-receipt', title: 'Clear receipt', state: 'CLEARED', verb: 'cleared' },
  clearSchema as z.ZodMiniType<Input>,
);
export const bounceReceipt = receiptCommand(
  {
    name: 'bounce-receipt',
    title: 'Receipt bounced',
    state: 'BOUNCED',
    verb: 'bounced; what it had paid is open again',
  },
  takeBackSchema as z.ZodMiniType<Input>,
);
export const reverseReceipt = receiptCommand(
  {
    name: 'reverse-receipt',
    title: 'Reverse receipt',
    state: 'REVERSED',
    verb: 'reversed; what it had paid is open again',
  },
  takeBackSchema as z.ZodMiniType<Input>,
);

/** The contract's rows follow; so does what the reservation or the ticket was paid. */
async function follow(
  run: Run,
  { contract, reservation, ticket }: Snapshot,
  today: PlainDate,
): Promise<void> {
  if (ticket !== null) await settleEarnest(run.store, ticket, today);
  if (reservation !== null) {
    const currency = reservation.price?.currency ?? NO_CURRENCY;
    const posted = await settleDeposits(run.store, reservation, currency, today);
    if (posted !== null) return;
  }
  if (contract !== null) await postContract(run.store, contract, today);
}

function todayIn({ contract, reservation, ticket }: Snapshot, now: Date): PlainDate {
  const project = (contract ?? reservation)?.unit?.project ?? ticket?.releaseBatch?.project;
  return dateIn(now, project?.timeZone || 'UTC');
}

function known(id: string | null): string[] {
  return id === null ? [] : [id];
}
