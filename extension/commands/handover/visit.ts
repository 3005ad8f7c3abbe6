/**
 * What a buyer sees and does over the signed link, without an account: the free times of the batch, the own
 * appointment, moving it and giving it up until the day before. Nothing of anybody else.
 *
 * Changes: what `book-handover` and `unbook-handover` change. Guard: the link, which opens one appointment in one
 * version; theirs. After a crash: as with them.
 */
import * as z from 'zod/mini';
import { freeSlots, type HandoverState } from '#domain/handover/index.ts';
import { dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import { wallTime } from '#domain/shared/wall-time.ts';
import type { Clock, Store } from '#port/store.ts';
import { carryOut } from '../system/carry-out.ts';
import { instant, parseInput, requestId, text } from '../system/input.ts';
import { carriedOutBy, tooMany } from '../system/public-limit.ts';
import { loadAppointment, notLiveAt, readTaken, slotPlanOf, zoneOf } from './appointment-of.ts';
import { bookHandover, unbookHandover } from './book-handover.ts';
import { openLink, replacedLink } from './signed-link.ts';

export const VISIT_LINK = 'visit';
export const VISIT_PATH = '/keyturn/visit';

/** Who books over a link, as the journal names them. */
const BY_LINK = { memberId: null, name: 'Buyer by link' };
const MOST_DAYS = 10;
/** Of one appointment in an hour: booked, moved or given up. */
export const MOST_CHANGES = 20;

export type Door = { store: Store; clock: Clock; secrets: readonly string[] };

export type Visit = {
  project: string;
  home: string;
  buyer: string;
  place: string;
  state: HandoverState;
  isOpen: boolean;
  /** The own appointment, as the clocks of the project show it. */
  booked: { day: string; time: string; startsAt: string } | null;
  mayChange: boolean;
  proxyName: string;
  timeZone: string;
  days: { day: string; slots: { startsAt: string; time: string; free: number }[] }[];
  /** The first free day that is not shown. */
  next: string | null;
};

/** Times from tomorrow on, or from a later day. */
export async function readVisit(
  { store, clock, secrets }: Door,
  token: string,
  from: PlainDate | null = null,
): Promise<Decision<Visit>> {
  const now = clock.now();
  const opened = await openVisit({ store, secrets }, token, now);
  if (isRefused(opened)) return opened;
  const { handover, calendarDays } = opened.plan;
  const { batch, contract, state, slotAt } = handover;
  const project = contract?.unit?.project ?? null;
  const plan = slotPlanOf(batch, project, calendarDays);
  if (batch === null || plan === null)
    return refuse({ code: 'NOT_FOUND', what: 'handover batch', id: handover.batchId ?? '' });
  const zone = zoneOf(handover);
  const today = dateIn(now, zone);
  const isOpen = batch.state === 'OPEN' && ['NOTIFIED', 'BOOKED', 'NO_SHOW'].includes(state);
  const taken = isOpen ? await readTaken(store, batch.id) : new Map<string, Set<number>>();
  const free = isOpen
    ? freeSlots(plan, taken, now).filter(({ day }) => day > today && (from === null || day >= from))
    : [];
  const shown = state === 'NOTIFIED' || slotAt === null ? null : wallTime(new Date(slotAt), zone);
  const days = [...new Set(free.map(({ day }) => day))];
  const ownDay = shown?.slice(0, 10) ?? '';
  return {
    plan: {
      project: project?.name ?? '',
      home: contract?.unit?.name ?? '',
      buyer: contract?.buyer?.name || contract?.company?.name || '',
      place: batch.place,
      state,
      isOpen,
      booked:
        shown === null
          ? null
          : { day: ownDay, time: shown.slice(11), startsAt: new Date(slotAt ?? 0).toISOString() },
      mayChange: isOpen && (state !== 'BOOKED' || ownDay > today),
      proxyName: handover.proxyName,
      timeZone: zone,
      days: days.slice(0, MOST_DAYS).map((day) => ({
        day,
        slots: free
          .filter((slot) => slot.day === day)
          .map(({ startsAt, time, free: seats }) => ({ startsAt, time, free: seats })),
      })),
      next: days[MOST_DAYS] ?? null,
    },
  };
}

const schema = z.object({
  requestId,
  action: z.enum(['BOOK', 'CANCEL'], 'must be BOOK or CANCEL'),
  slotAt: z.optional(instant),
  proxyName: z.optional(text.check(z.maxLength(100, 'must have at most 100 characters'))),
});

type Input = z.infer<typeof schema>;

/** Books or gives up. The record is the link's, whatever the body says. */
export async function changeVisit(
  { store, clock, secrets }: Door,
  token: string,
  body: unknown,
): Promise<Decision<{ message: string }>> {
  const opened = await openVisit({ store, secrets }, token, clock.now());
  if (isRefused(opened)) return opened;
  const parsed = parseInput<Input>(schema, body);
  if (isRefused(parsed)) return parsed;
  const { action, slotAt, proxyName, requestId: id } = parsed.plan;
  const { handover } = opened.plan;
  const context = { store, clock, actor: BY_LINK, rights: new Set(['handOver'] as const) };
  const { recent } = await store.read({
    recent: carriedOutBy(BY_LINK.name, clock.now(), MOST_CHANGES, handover.id),
  });
  // Sent again it is answered, however many there were.
  const isKnown = recent.some(({ requestKey }) => requestKey === `link-${id}`);
  const full = isKnown ? null : tooMany(handover.name, recent.length, MOST_CHANGES);
  if (full !== null) return full;
  const common = { requestId: `link-${id}`, handoverId: handover.id, byLink: true };
  if (action === 'CANCEL') return carryOut(unbookHandover, context, common);
  if (slotAt === undefined) return refuse({ code: 'INVALID_INPUT', field: 'slotAt', problem: 'is missing' });
  const given = proxyName === undefined ? {} : { proxyName };
  return carryOut(bookHandover, context, { ...common, slotAt, ...given });
}

async function openVisit({ store, secrets }: Omit<Door, 'clock'>, token: string, now: Date) {
  const link = openLink(VISIT_LINK, token, secrets, now);
  if (isRefused(link)) return link;
  const loaded = await loadAppointment(store, link.plan.recordId);
  if (isRefused(loaded)) return loaded;
  const { handover } = loaded.plan;
  const wrong = replacedLink(link.plan, handover.linkVersion) ?? notLiveAt(handover);
  return wrong === null ? loaded : refuse(wrong);
}
