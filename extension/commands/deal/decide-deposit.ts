/**
 * Changes: an expired reservation to FORFEITED or CANCELLED_REFUND, and what of its deposit is kept (C4).
 * Guard: its state, only while it is EXPIRED, in one update with the amount kept: of two decisions one wins.
 * A refund at the same moment is looked at again here, and looks at this itself, so never more leaves than came.
 * After a crash: state and amount stand together; the same request again looks at the refunds and answers.
 */
import * as z from 'zod/mini';
import { decideDepositState, type ReservationState } from '#domain/deal/index.ts';
import { depositParts } from '#domain/ledger/index.ts';
import {
  compare,
  formatMoney,
  lesser,
  type Money,
  NO_CURRENCY,
  subtract,
  zero,
} from '#domain/shared/money.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import { leftOfDeposit } from '../ledger/deposits.ts';
import type { Command } from '../system/command.ts';
import { recordId, requestId, requiredText } from '../system/input.ts';

const schema = z.object({
  requestId,
  reservationId: recordId,
  decision: z.enum(['REFUND', 'FORFEIT'], 'must be REFUND or FORFEIT'),
  reason: requiredText,
});

type Reservation = Loaded<'reservation', { unit: { project: true } }>;
type Snapshot = {
  reservation: Reservation;
  receipts: RecordOf<'receipt'>[];
  refunds: RecordOf<'refund'>[];
};
type Plan = { state: ReservationState; forfeited: Money };
type Answer = {
  reservationId: string;
  state: string;
  forfeited: string;
  toRefund: string;
  currency: string;
};

export const decideDeposit: Command<z.infer<typeof schema>, Snapshot, Plan, Answer> = {
  name: 'decide-deposit',
  room: 'deal',
  title: 'Decide on deposit',
  right: 'keepAccounts',
  schema,
  subject: ({ reservationId }) => ({ kind: 'reservation', id: reservationId }),

  async load({ store }, { reservationId }) {
    const { reservations, receipts, refunds } = await store.read({
      reservations: {
        object: 'reservation',
        filter: { id: reservationId },
        with: { unit: { project: true } },
      },
      receipts: { object: 'receipt', filter: { reservationId } },
      refunds: { object: 'refund', filter: { reservationId } },
    });
    const [reservation] = reservations;
    if (reservation === undefined)
      return refuse({ code: 'NOT_FOUND', what: 'reservation', id: reservationId });
    return { plan: { reservation, receipts, refunds } };
  },

  decide(run, { decision }, snapshot): Decision<Plan> {
    const { reservation } = snapshot;
    const isOurs =
      run.isResumed && reservation.state === (decision === 'FORFEIT' ? 'FORFEITED' : 'CANCELLED_REFUND');
    const to = decideDepositState(isOurs ? { ...reservation, state: 'EXPIRED' } : reservation, decision);
    if (isRefused(to)) return to;
    const none = zero(currencyOf(reservation));
    if (to.plan.state !== 'FORFEITED') return { plan: { state: to.plan.state, forfeited: none } };
    const kept = mostKept(snapshot);
    return isRefused(kept) ? kept : { plan: { state: to.plan.state, forfeited: kept.plan } };
  },

  async apply(run, { reason }, snapshot, { state, forfeited }) {
    const { reservation } = snapshot;
    const decidedOn = dateIn(run.now, reservation.unit?.project?.timeZone || 'UTC');
    const decided = { state, decidedBy: run.actor.name, decidedOn, depositForfeited: forfeited };
    const sealed = { ...sealedFields('reservation', reservation), ...decided };
    if (reservation.state === 'EXPIRED') {
      const guard = { id: reservation.id, state: 'EXPIRED' } as const;
      const changed = await run.store.changeWhere('reservation', guard, sealed);
      if (changed.length === 0) return refuse({ code: 'BUSY', what: reservation.name });
    }
    // A refund of this very moment: what it has taken cannot be kept any more.
    const { receipts, refunds } = await run.store.read({
      receipts: { object: 'receipt', filter: { reservationId: reservation.id } },
      refunds: { object: 'refund', filter: { reservationId: reservation.id } },
    });
    const left = leftOfDeposit(receipts, refunds, forfeited.currency);
    const kept = compare(left, zero(left.currency)) < 0 ? zero(left.currency) : lesser(forfeited, left);
    await run.store.write([
      {
        change: 'reservation',
        record: { ...reservation, ...decided },
        to: { depositForfeited: kept, closeReason: reason },
      },
    ]);
    const answer = {
      reservationId: reservation.id,
      state,
      forfeited: formatMoney(kept),
      toRefund: formatMoney(subtract(left, kept)),
      currency: kept.currency,
    };
    const message =
      state === 'FORFEITED'
        ? `Of the deposit of ${reservation.name} ${answer.forfeited} ${answer.currency} is kept; ${answer.toRefund} goes back.`
        : `The deposit of ${reservation.name}, ${answer.toRefund} ${answer.currency}, goes back.`;
    return { plan: { answer, message, before: { state: reservation.state }, after: { ...answer, reason } } };
  },
};

function currencyOf({ price }: Reservation): string {
  return price?.currency ?? NO_CURRENCY;
}

/** E9: of what was paid at most what was agreed and at most 20 % of the price counts as deposit. */
function mostKept({ reservation, receipts, refunds }: Snapshot): Decision<Money> {
  const currency = currencyOf(reservation);
  const none = zero(currency);
  const paid = leftOfDeposit(receipts, refunds, currency);
  if (reservation.price === null || compare(paid, none) <= 0) return { plan: none };
  const agreed = reservation.depositAsked ?? none;
  const parts = depositParts({ price: reservation.price, agreed, paid });
  return isRefused(parts) ? parts : { plan: parts.plan.depositPart };
}
