/** Rows of the walk for reservations: how they are made, what becomes of them while they live, and how they end. */
import { randomUUID } from 'node:crypto';
import { changeReservationBuyers } from '#commands/deal/change-reservation-buyers.ts';
import { chooseUnit } from '#commands/deal/choose-unit.ts';
import { cancelReservation, expireReservation } from '#commands/deal/close-reservation.ts';
import { confirmReservation } from '#commands/deal/confirm-reservation.ts';
import { decideDeposit } from '#commands/deal/decide-deposit.ts';
import { extendReservation } from '#commands/deal/extend-reservation.ts';
import { holdUnit } from '#commands/deal/hold-unit.ts';
import { reserveBundle } from '#commands/deal/reserve-bundle.ts';
import { reserveUnit } from '#commands/deal/reserve-unit.ts';
import { signContract } from '#commands/deal/sign-contract.ts';
import { swapReservationUnit } from '#commands/deal/swap-reservation-unit.ts';
import { upgradeReservation } from '#commands/deal/upgrade-reservation.ts';
import { TODAY } from './ground.ts';
import type { Options } from './in-process.ts';
import { batch, hours, ticket } from './walk-sales-world.ts';
import type { Make, WalkCase, World } from './walk-world.ts';

type Rest = (world: World) => object;
type OfReservation = { asked?: object; options?: Options; values?: object };

const ofReservation =
  (rest: Rest = () => ({}), { asked = {}, options = {}, values = {} }: OfReservation = {}): Make =>
  async (world) => {
    const id = await world.reservation(asked, options);
    if (Object.keys(values).length > 0) await world.put('reservation', id, values);
    return { id, input: { reservationId: id, ...rest(world) } };
  };

const number = () => `W-${randomUUID().slice(0, 13)}`;
const NOT_ALLOWED = { refusedWith: 'STATE_NOT_ALLOWED' } as const;
const SELLING = { object: 'unit', refusedWith: 'UNIT_NOT_FOR_SALE' } as const;
const STANDING = { object: 'reservation', from: ['ACTIVE'], refusedWith: 'RESERVATION_CLOSED' } as const;
const NOT_APPROVED = { refusedIn: { PENDING_APPROVAL: 'PRICE_NOT_APPROVED' } } as const;
const SMALL = { asked: { stage: 'SMALL' } };
const TAKEN_OVER = { HELD: 'only with the hold or ticket of the same buyer: reservation-races.test.ts' };

export const RESERVATION_WALK: readonly WalkCase[] = [
  {
    ...SELLING,
    command: reserveUnit,
    apart: TAKEN_OVER,
    make: async (world) => {
      const id = world.unit();
      return { id, input: { unitId: id, buyerId: world.buyerId } };
    },
  },
  {
    command: reserveUnit,
    object: 'unitHold',
    refusedWith: 'UNIT_TAKEN',
    to: 'TAKEN',
    make: async (world) => {
      const { buyerId } = world;
      const unitId = world.unit();
      const asked = { unitId, buyerId, kind: 'VIP', until: hours(1).toISOString() };
      const { result } = await world.desk.done(holdUnit, asked);
      return { id: String(result.holdId), input: { unitId, buyerId } };
    },
  },
  {
    command: reserveUnit,
    object: 'queueTicket',
    refusedWith: 'TICKET_NEEDED',
    make: async (world) => {
      const { buyerId } = world;
      const unitId = world.unit();
      const releaseBatchId = await batch(world);
      await world.put('unit', unitId, { releaseBatchId });
      const called = { state: 'CALLED', deadline: hours(1).toISOString() };
      const id = await ticket(world, releaseBatchId, called);
      await world.desk.done(chooseUnit, { ticketId: id, unitId });
      return { id, input: { unitId, buyerId } };
    },
  },
  {
    ...SELLING,
    command: reserveBundle,
    apart: TAKEN_OVER,
    make: async (world) => {
      const id = world.unit();
      return { id, input: { unitIds: [world.unit(), id], buyerId: world.buyerId } };
    },
  },
  {
    ...STANDING,
    ...NOT_APPROVED,
    command: upgradeReservation,
    isOnce: true,
    make: ofReservation(undefined, SMALL),
  },
  { ...STANDING, ...NOT_APPROVED, command: extendReservation, isOnce: true, make: ofReservation() },
  {
    command: confirmReservation,
    object: 'reservation',
    refusedWith: 'RESERVATION_CLOSED',
    make: async (world) => {
      const id = await world.reservation({ price: '5.00', withApproval: true });
      return { id, input: { reservationId: id, price: '5.00' } };
    },
  },
  {
    ...STANDING,
    ...NOT_APPROVED,
    command: swapReservationUnit,
    isOnce: true,
    make: ofReservation((world) => ({ unitId: world.unit(), reason: 'The view' })),
  },
  {
    ...SELLING,
    command: swapReservationUnit,
    to: 'LARGE_RESERVED',
    apart: TAKEN_OVER,
    make: async (world) => {
      const id = world.unit();
      const reservationId = await world.reservation();
      return { id, input: { reservationId, unitId: id, reason: 'The view' } };
    },
  },
  {
    ...STANDING,
    command: changeReservationBuyers,
    from: ['ACTIVE', 'PENDING_APPROVAL'],
    make: ofReservation(({ buyerId, otherBuyerId }) => ({
      parties: [buyerId, otherBuyerId].map((id) => ({ buyerId: id, sharePercent: '50' })),
      reason: 'They married',
    })),
  },
  {
    command: decideDeposit,
    object: 'reservation',
    ...NOT_ALLOWED,
    to: 'CANCELLED_REFUND',
    make: ofReservation(() => ({ decision: 'REFUND', reason: 'Changed plans' })),
  },
  {
    command: decideDeposit,
    object: 'reservation',
    ...NOT_ALLOWED,
    to: 'FORFEITED',
    make: ofReservation(() => ({ decision: 'FORFEIT', reason: 'Gone' }), {
      values: { depositKind: 'DINGJIN' },
    }),
  },
  {
    command: cancelReservation,
    object: 'reservation',
    refusedWith: 'RESERVATION_CLOSED',
    make: ofReservation(() => ({ reason: 'Changed plans' })),
  },
  {
    command: expireReservation,
    object: 'reservation',
    refusedWith: 'RESERVATION_CLOSED',
    make: ofReservation(undefined, { options: { now: hours(-48) } }),
  },
  {
    command: signContract,
    object: 'reservation',
    refusedWith: 'RESERVATION_CLOSED',
    ...NOT_APPROVED,
    make: ofReservation(({ site }) => ({ planId: site.planId, number: number(), signedOn: TODAY })),
  },
];
