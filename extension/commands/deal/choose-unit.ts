/**
 * The called ticket chooses its unit (选房, C4).
 *
 * Changes: the lock of the unit, the ticket, the unit's state, holder and time. Guard: the unique key of the
 * unit's lock, then the ticket while it is still called: of two units at once one is chosen.
 * After a crash: the lock may stand without the ticket's choice; the same request again, or the repair job,
 * writes the rest or frees the lock. Until then it ends by itself at its time.
 */
import * as z from 'zod/mini';
import { decideChoose, reserveUntil } from '#domain/deal/index.ts';
import { isOver, type UnitLock } from '#domain/inventory/index.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId } from '../system/input.ts';
import { loadTicket, type TicketSnapshot } from './ticket-of.ts';
import { at, displace, freeLock, lockOf, showFree, takeLock } from './unit-lock.ts';

const schema = z.object({ requestId, ticketId: recordId, unitId: recordId });

type Input = z.infer<typeof schema>;
type Snapshot = TicketSnapshot & { unit: RecordOf<'unit'>; lock: RecordOf<'unitLock'> | null };
type Plan = { until: Date; displaced: UnitLock | null };
type Answer = { ticketId: string; ticket: string; unitId: string; unit: string; until: string };

export const chooseUnit: Command<Input, Snapshot, Plan, Answer> = {
  name: 'choose-unit',
  room: 'deal',
  title: 'Choose unit',
  right: 'sell',
  dealOf: ({ ticket }) => ticket,
  schema,
  subject: ({ ticketId }) => ({ kind: 'queueTicket', id: ticketId }),

  async load({ store }, { ticketId, unitId }) {
    const loaded = await loadTicket(store, ticketId);
    if (isRefused(loaded)) return loaded;
    const { units, locks } = await store.read({
      units: { object: 'unit', filter: { id: unitId } },
      locks: { object: 'unitLock', filter: { lockKey: unitId } },
    });
    const [unit] = units;
    if (unit === undefined) return refuse({ code: 'NOT_FOUND', what: 'unit', id: unitId });
    return { plan: { ...loaded.plan, unit, lock: locks[0] ?? null } };
  },

  decide(run, _input, { ticket, batch, unit, lock }): Decision<Plan> {
    // The lock of this request stands already: the guards decide on the rest.
    const isOurs = run.isResumed && lock?.requestKey === run.requestId && lock.holderId === ticket.id;
    if (!isOurs) return decideChoose(batch, ticket, unit, lock, run.now);
    const displaced = isOver(lock.heldUntil, run.now) ? lock : null;
    return { plan: { until: reserveUntil(run.now), displaced } };
  },

  async apply(run, _input, { ticket, batch, unit }, plan) {
    const { store, now } = run;
    if (plan.displaced !== null) await displace(store, plan.displaced, unit.id, now);
    const heldUntil = plan.until.toISOString();
    const holderName = `${ticket.buyerName} (${ticket.name})`;
    const holding = { holderKind: 'TICKET', holderId: ticket.id, holderName, heldUntil } as const;
    const lost = await takeLock(run, unit, holding);
    if (lost !== null) return refuse(lost);
    const notOurs = await select(run, ticket, unit.id, heldUntil);
    if (notOurs !== null) return refuse(notOurs);
    const to = { state: 'HELD', heldAs: 'QUEUE', holder: holderName, heldUntil, claimKey: '' } as const;
    await store.write([{ change: 'unit', record: unit, to }]);
    const answer = {
      ticketId: ticket.id,
      ticket: ticket.name,
      unitId: unit.id,
      unit: unit.name,
      until: heldUntil,
    };
    const message = `${ticket.name} has chosen ${unit.name} of ${batch.name}; make the reservation by ${heldUntil.slice(11, 16)} UTC.`;
    return {
      plan: { answer, message, before: { state: ticket.state }, after: { state: 'SELECTED', ...answer } },
    };
  },
};

/** The ticket says which unit it has; if it may not any more, the unit is given back. null when all is well. */
async function select(
  run: Run,
  ticket: RecordOf<'queueTicket'>,
  unitId: string,
  deadline: string,
): Promise<Refusal | null> {
  const { store, requestId: requestKey } = run;
  const to = {
    ...sealedFields('queueTicket', ticket),
    state: 'SELECTED',
    chosenUnitId: unitId,
    deadline,
    requestKey,
  } as const;
  const guard = { id: ticket.id, state: 'CALLED', deadline: at(ticket.deadline) } as const;
  const chosen = await store.changeWhere('queueTicket', guard, to);
  if (chosen.length > 0) return null;
  const { tickets } = await store.read({ tickets: { object: 'queueTicket', filter: { id: ticket.id } } });
  const state = tickets[0]?.state ?? 'CANCELLED';
  const hasUnit = state === 'SELECTED' && tickets[0]?.chosenUnitId === unitId;
  if (hasUnit && tickets[0]?.requestKey === requestKey) return null;
  if (!hasUnit) {
    await freeLock(store, await lockOf(store, unitId), unitId, ticket.id);
    await showFree(store, unitId);
  }
  return { code: 'STATE_NOT_ALLOWED', what: ticket.name, from: state, to: 'SELECTED' };
}
