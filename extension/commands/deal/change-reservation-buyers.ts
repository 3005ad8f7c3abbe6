/**
 * Changes: who buys with a reservation: its parties, its first buyer, and the name under which its unit is held.
 * Guard: the lock is moved only while nobody else has moved or freed it, so of two changes, or of a change and a
 * signing, one wins. Who leaves stays on record as LEFT.
 * After a crash: the lock has the new name; the same request again writes the parties, by the same ids.
 */
import * as z from 'zod/mini';
import { notItsLock } from '#domain/deal/index.ts';
import { isOver } from '#domain/inventory/index.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { isRefused, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { Write } from '#port/store.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId, requiredText } from '../system/input.ts';
import { isMovedByUs, loadStanding, moveLock, type Standing } from './reservation-lock.ts';
import { buyerQueries, namesOf, type Party, partiesInput, partiesOf } from './reservation-parties.ts';

const schema = z.object({
  requestId,
  reservationId: recordId,
  /** All who buy from now on; the shares add up to exactly 100, the first is the first buyer. */
  parties: partiesInput,
  reason: requiredText,
});

type Snapshot = Standing & { parties: Party[]; known: RecordOf<'party'>[] };
type Answer = { reservationId: string; buyers: string };

export const changeReservationBuyers: Command<z.infer<typeof schema>, Snapshot, null, Answer> = {
  name: 'change-reservation-buyers',
  room: 'deal',
  title: 'Change buyers of reservation',
  right: 'sell',
  dealOf: ({ reservation }) => reservation,
  schema,
  subject: ({ reservationId }) => ({ kind: 'reservation', id: reservationId }),

  async load({ store }, { reservationId, parties }) {
    const standing = await loadStanding(store, reservationId);
    if (isRefused(standing)) return standing;
    const { people, companies, known } = await store.read({
      ...buyerQueries({ parties }),
      known: { object: 'party', filter: { reservationId } },
    });
    const named = partiesOf({ parties }, people, companies);
    return isRefused(named) ? named : { plan: { ...standing.plan, parties: named.plan, known } };
  },

  decide(run, _input, snapshot) {
    const { reservation, lock } = snapshot;
    if (isMovedByUs(run, snapshot)) return { plan: null };
    const { name, state, validUntil } = reservation;
    if (state !== 'ACTIVE' && state !== 'PENDING_APPROVAL')
      return refuse({ code: 'RESERVATION_CLOSED', reservation: name, state });
    if (isOver(validUntil, run.now))
      return refuse({ code: 'RESERVATION_EXPIRED', reservation: name, until: validUntil ?? '' });
    const notIts = notItsLock(reservation, reservation.unit?.name ?? '', lock);
    return notIts === null ? { plan: null } : refuse(notIts);
  },

  async apply(run, { reason }, snapshot) {
    const { reservation, parties } = snapshot;
    const holderName = namesOf(parties);
    const lost = await moveLock(run, snapshot, { holderName });
    if (lost !== null) return refuse(lost);
    const [first] = parties;
    const { unit } = reservation;
    await run.store.write([
      ...partyWrites(run, snapshot, reason),
      {
        change: 'reservation',
        record: reservation,
        to: {
          name: `${unit?.name ?? ''} · ${holderName}`,
          buyerId: first?.buyerId ?? null,
          companyId: first?.companyId ?? null,
        },
      },
      ...(unit === null ? [] : [{ change: 'unit' as const, record: unit, to: { holder: holderName } }]),
    ]);
    const answer = { reservationId: reservation.id, buyers: holderName };
    const before = { reservation: reservation.name };
    const message = `${reservation.name} is bought by ${holderName} from now on.`;
    return { plan: { answer, message, before, after: { ...answer, reason } } };
  },
};

function isSame(left: Pick<Party, 'buyerId' | 'companyId'>, right: Pick<Party, 'buyerId' | 'companyId'>) {
  const isNamed = left.buyerId !== null || left.companyId !== null;
  return isNamed && left.buyerId === right.buyerId && left.companyId === right.companyId;
}

/** Who stays gets the new share, who is new a row, who is gone a day on which they left. */
function partyWrites(run: Run, { reservation, parties, known }: Snapshot, reason: string): Write[] {
  const today = dateIn(run.now, reservation.unit?.project?.timeZone || 'UTC');
  const live = known.filter(({ state }) => state === 'ACTIVE');
  const staying = parties.flatMap((party, index) => {
    const record = live.find((one) => isSame(one, party));
    const to = { sharePercent: party.sharePercent, isFirst: index === 0, name: party.name };
    return record === undefined ? [] : [{ record, to }];
  });
  const leaving = live
    .filter((one) => !parties.some((party) => isSame(party, one)))
    .map((record) => ({ record, to: { state: 'LEFT' as const, leftOn: today, reason } }));
  const joining = parties.flatMap((party, index) => {
    const row = {
      id: run.idFor(`party ${index + 1}`),
      ...party,
      reservationId: reservation.id,
      contractId: null,
      isFirst: index === 0,
      state: 'ACTIVE' as const,
      joinedOn: today,
      leftOn: null,
      reason,
    };
    return live.some((one) => isSame(one, party)) ? [] : [row];
  });
  return [
    { changeMany: 'party', changes: [...staying, ...leaving] },
    { createMany: 'party', rows: joining },
  ];
}
