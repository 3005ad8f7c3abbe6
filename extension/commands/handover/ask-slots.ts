/** Question: a week of a handover batch, with who is in which slot and who has none. Reads only. */
import * as z from 'zod/mini';
import { isLiveContract } from '#domain/deal/index.ts';
import { freeSeats, type Invited, type SlotsAnswer, slotsOf } from '#domain/handover/index.ts';
import { addDays, dateIn, later, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { Loaded } from '#port/records.ts';
import { CALENDAR_QUERY } from '../ledger/plan-records.ts';
import { date, recordId } from '../system/input.ts';
import type { Question } from '../system/question.ts';
import { readTaken, slotPlanOf } from './appointment-of.ts';

const DAYS = 7;
const MOST_WAITING = 100;

const schema = z.object({
  /** A handover batch, or a handover of it. */
  recordId,
  /** The first day; without it the first one that is not over. */
  from: z.optional(date),
});

const WITH_ALL = { contract: { buyer: true, company: true }, unit: true } as const;

export const handoverSlots: Question<z.infer<typeof schema>, SlotsAnswer> = {
  name: 'handover-slots',
  room: 'handover',
  rights: ['handOver', 'sell'],
  schema,

  async answer({ store, clock }, { recordId: id, from }): Promise<Decision<SlotsAnswer>> {
    const { own } = await store.read({ own: { object: 'handover', filter: { id } } });
    const batchId = own[0]?.batchId ?? id;
    const { batches, handovers, calendarDays } = await store.read({
      batches: { object: 'handoverBatch', filter: { id: batchId }, with: { project: true } },
      handovers: { object: 'handover', filter: { batchId }, with: WITH_ALL },
      ...CALENDAR_QUERY,
    });
    const [batch] = batches;
    const plan = batch === undefined ? null : slotPlanOf(batch, batch.project, calendarDays);
    if (batch === undefined || plan === null)
      return refuse({ code: 'NOT_FOUND', what: 'handover batch', id });
    const now = clock.now();
    const first = from ?? firstDay(plan.opensOn, plan.closesOn, dateIn(now, plan.timeZone));
    const last = addDays(first, DAYS - 1);
    const taken = await readTaken(store, batchId);
    const slots = slotsOf(plan)
      .filter(({ day }) => day >= first && day <= last)
      .map((slot) => ({
        ...slot,
        free: freeSeats(slot.startsAt, plan.capacity, taken).length,
        isOver: Date.parse(slot.startsAt) <= now.getTime(),
        people: handovers.filter((one) => isAt(one, slot.startsAt)).map(invitedOf),
      }));
    const waiting = handovers
      .filter(
        ({ state, contract }) => (state === 'NOTIFIED' || state === 'NO_SHOW') && isLiveContract(contract),
      )
      .map(invitedOf);
    return {
      plan: {
        batchId,
        batch: batch.name,
        state: batch.state,
        place: batch.place,
        timeZone: plan.timeZone,
        opensOn: plan.opensOn,
        closesOn: plan.closesOn,
        capacity: plan.capacity,
        from: first,
        previous: first > plan.opensOn ? addDays(first, -DAYS) : null,
        next: last < plan.closesOn ? addDays(first, DAYS) : null,
        slots,
        counts: countsOf(handovers),
        waiting: waiting.sort((a, b) => (a.unit < b.unit ? -1 : 1)).slice(0, MOST_WAITING),
        moreWaiting: Math.max(0, waiting.length - MOST_WAITING),
      },
    };
  },
};

type Handover = Loaded<'handover', typeof WITH_ALL>;

/** Whoever missed it keeps the time on record, and has no place there any more. */
function isAt({ slotAt, state }: Handover, startsAt: string): boolean {
  return slotAt !== null && state !== 'NOTIFIED' && new Date(slotAt).toISOString() === startsAt;
}

function invitedOf({ id, unit, contract, state, noShows, proxyName }: Handover): Invited {
  return {
    handoverId: id,
    unit: unit?.name ?? '',
    buyer: contract?.buyer?.name || contract?.company?.name || '',
    state,
    noShows: noShows ?? 0,
    proxy: proxyName,
  };
}

function countsOf(handovers: readonly Handover[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of handovers) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

function firstDay(opensOn: PlainDate, closesOn: PlainDate, today: PlainDate): PlainDate {
  return today > closesOn ? opensOn : later(opensOn, today);
}
