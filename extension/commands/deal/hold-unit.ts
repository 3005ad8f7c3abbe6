/**
 * Changes: a hold, the lock of its unit, and the unit's state, holder and time; holds of the same salesperson
 * whose time is over end. Guard: the hold takes a free place of the salesperson, a unique key each, so that
 * nobody has more than the project allows; then the unique key of the unit's lock (C3).
 * After a crash: the hold may stand without its lock or the unit's state; the same request again, or the
 * repair job, writes the rest. Until then it ends by itself at its time and gives up its place.
 */
import * as z from 'zod/mini';
import { decideHold, type HoldKind, holdSlots } from '#domain/deal/index.ts';
import { isOver, type UnitLock } from '#domain/inventory/index.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import type { Command, Run } from '../system/command.ts';
import { instant, recordId, requestId, text } from '../system/input.ts';
import { endHold } from './hold-ending.ts';
import { displace, TIME_OVER, takeLock } from './unit-lock.ts';

const KINDS = ['SALES', 'VIP'] as const satisfies readonly HoldKind[];

const schema = z.object({
  requestId,
  unitId: recordId,
  kind: z.optional(z.enum(KINDS, 'must be SALES or VIP')),
  /** Without it as long as the project allows; a VIP hold has to say. */
  until: z.optional(instant),
  buyerId: z.optional(recordId),
  forWhom: z.optional(text),
  reason: z.optional(text),
  /** Whose hold it is; without it who asks. For somebody else only with the right to control sales. */
  salespersonId: z.optional(recordId),
});

type Input = z.infer<typeof schema>;
type Snapshot = {
  unit: Loaded<'unit', { project: true; releaseBatch: true }>;
  lock: RecordOf<'unitLock'> | null;
  forWhom: string;
  own: RecordOf<'unitHold'> | null;
};
type Plan = { until: Date; displaced: UnitLock | null; salespersonId: string | null };
type Answer = { holdId: string; hold: string; unit: string; kind: string; until: string };

export const holdUnit: Command<Input, Snapshot, Plan, Answer> = {
  name: 'hold-unit',
  room: 'deal',
  title: 'Hold unit',
  right: 'sell',
  rightFor: ({ kind }) => (kind === 'VIP' ? 'controlSales' : 'sell'),
  alsoUses: ({ salespersonId }) => (salespersonId === undefined ? [] : ['controlSales']),
  schema,
  subject: ({ unitId }) => ({ kind: 'unit', id: unitId }),

  async load({ store, idFor }, input) {
    const { units, locks, people, holds } = await store.read({
      units: { object: 'unit', filter: { id: input.unitId }, with: { project: true, releaseBatch: true } },
      locks: { object: 'unitLock', filter: { lockKey: input.unitId } },
      people: { object: 'person', filter: { id: { in: input.buyerId ? [input.buyerId] : [] } } },
      holds: { object: 'unitHold', filter: { id: idFor('hold') } },
    });
    const [unit] = units;
    if (unit === undefined) return refuse({ code: 'NOT_FOUND', what: 'unit', id: input.unitId });
    if (input.buyerId && people.length === 0)
      return refuse({ code: 'NOT_FOUND', what: 'person', id: input.buyerId });
    const forWhom = people[0]?.name || input.forWhom || '';
    return { plan: { unit, lock: locks[0] ?? null, forWhom, own: holds[0] ?? null } };
  },

  decide(run, input, { unit, lock, own }): Decision<Plan> {
    const kind = input.kind ?? 'SALES';
    const controls = run.rights.has('controlSales');
    if (kind === 'VIP' && !controls) return refuse({ code: 'NO_RIGHT', right: 'controlSales' });
    const salespersonId = input.salespersonId ?? run.actor.memberId;
    if (salespersonId !== run.actor.memberId && !controls)
      return refuse({ code: 'NO_RIGHT', right: 'controlSales' });
    if (kind === 'SALES' && salespersonId === null) {
      const problem = 'must say whose hold it is';
      return refuse({ code: 'INVALID_INPUT', field: 'salespersonId', problem });
    }
    if (own !== null && own.state !== 'ACTIVE')
      return refuse({ code: 'STATE_NOT_ALLOWED', what: own.name, from: own.state, to: 'ACTIVE' });
    // The hold of this request stands already: whether it gets the unit is for the lock to decide.
    const asked = input.until === undefined ? null : new Date(input.until);
    const decided = decideHold({
      unit: own === null ? unit : { ...unit, state: 'AVAILABLE' },
      lock: own === null ? lock : null,
      batch: own === null ? unit.releaseBatch : null,
      project: unit.project,
      kind,
      holdId: run.idFor('hold'),
      until: asked,
      now: run.now,
    });
    if (isRefused(decided)) return decided;
    const displaced = lock !== null && isOver(lock.heldUntil, run.now) ? lock : null;
    return { plan: { until: decided.plan.until, displaced, salespersonId } };
  },

  async apply(run, input, { unit, forWhom }, plan) {
    const { store, now } = run;
    const kind = input.kind ?? 'SALES';
    const heldUntil = plan.until.toISOString();
    const name = `${unit.name} · ${forWhom || run.actor.name}`;
    const hold = {
      id: run.idFor('hold'),
      name,
      unitId: unit.id,
      kind,
      state: 'ACTIVE' as const,
      buyerId: input.buyerId ?? null,
      forWhom,
      salespersonId: plan.salespersonId,
      heldByName: run.actor.name,
      reason: input.reason ?? '',
      heldAt: now.toISOString(),
      expiresAt: heldUntil,
      extensions: 0,
      stateBefore: unit.state,
      requestKey: run.requestId,
    };
    const full =
      kind === 'SALES' ? await takePlace(run, unit, hold) : await create(run, { ...hold, slotKey: '' });
    if (full !== null) return refuse(full);
    if (plan.displaced !== null) await displace(store, plan.displaced, unit.id, now);
    const holderName = forWhom === '' ? run.actor.name : `${forWhom} (${run.actor.name})`;
    const holding = { holderKind: 'HOLD', holderId: hold.id, holderName, heldUntil } as const;
    const lost = await takeLock(run, unit, holding);
    if (lost !== null) {
      // Nothing but its place had come of it.
      await store.destroyWhere('unitHold', { id: hold.id, state: 'ACTIVE' });
      return refuse(lost);
    }
    const to = { state: 'HELD', heldAs: kind, holder: holderName, heldUntil, claimKey: '' } as const;
    await store.write([{ change: 'unit', record: unit, to }]);
    const answer = { holdId: hold.id, hold: name, unit: unit.name, kind, until: heldUntil };
    const message = `${unit.name} is held for ${holderName} until ${heldUntil.slice(0, 16).replace('T', ' ')} UTC.`;
    return { plan: { answer, message, before: { state: unit.state }, after: { state: 'HELD', ...answer } } };
  },
};

type NewHold = { id: string } & Partial<RecordOf<'unitHold'>>;

async function create({ store }: Run, row: NewHold): Promise<null> {
  await store.write([{ create: 'unitHold', row }]);
  return null;
}

/** Tries the salesperson's places one after the other; each is taken by one hold at a time (C4). */
async function takePlace(run: Run, unit: Snapshot['unit'], hold: NewHold): Promise<Refusal | null> {
  const places = holdSlots(hold.salespersonId ?? '', unit.project);
  if (places.length > 0) {
    const { taken } = await run.store.read({
      taken: { object: 'unitHold', filter: { slotKey: { in: places } }, with: { unit: true } },
    });
    // E4: what is over holds no place, also before the job comes by.
    for (const one of taken.filter(({ id, expiresAt }) => id !== hold.id && isOver(expiresAt, run.now)))
      await endHold(run.store, one, { state: 'EXPIRED', reason: TIME_OVER, now: run.now });
    const isLive = (place: string) =>
      taken.some(
        ({ id, slotKey, expiresAt }) => slotKey === place && id !== hold.id && !isOver(expiresAt, run.now),
      );
    for (const slotKey of places.filter((place) => !isLive(place))) {
      const { won } = await run.store.claim('unitHold', [{ ...hold, slotKey }]);
      if (won) return null;
    }
  }
  return { code: 'HOLD_LIMIT_REACHED', unit: unit.name, limit: places.length };
}
