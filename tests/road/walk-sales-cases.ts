/** Rows of the walk for what comes before a contract: units, prices, holds, the queue. */
import { callNextTicket, missTicket, requeueTicket } from '#commands/deal/call-ticket.ts';
import { cancelTicket, refundTicket } from '#commands/deal/cancel-ticket.ts';
import { chooseUnit } from '#commands/deal/choose-unit.ts';
import { drawLottery } from '#commands/deal/draw-lottery.ts';
import { freezeUnit, unfreezeUnit } from '#commands/deal/freeze-unit.ts';
import { expireHold, extendHold, releaseHold } from '#commands/deal/hold-ending.ts';
import { holdUnit } from '#commands/deal/hold-unit.ts';
import { rollBackTransfer } from '#commands/deal/roll-back-transfer.ts';
import { activateTicket, takeTicket } from '#commands/deal/take-ticket.ts';
import { activatePriceScheme } from '#commands/inventory/activate-price-scheme.ts';
import {
  assignUnitsToBatch,
  closeReleaseBatch,
  openReleaseBatch,
} from '#commands/inventory/release-batches.ts';
import { releaseUnits } from '#commands/inventory/release-units.ts';
import { undoPriceScheme } from '#commands/inventory/undo-price-scheme.ts';
import { withdrawUnits } from '#commands/inventory/withdraw-units.ts';
import { recordReceipt } from '#commands/ledger/record-receipt.ts';
import { TODAY } from './ground.ts';
import { RESERVATION_WALK } from './walk-reservation-cases.ts';
import { batch, hours, ticket } from './walk-sales-world.ts';
import { euro, type Make, type WalkCase, type World } from './walk-world.ts';

const ofUnit =
  (rest: (world: World, unitId: string) => object): Make =>
  async (world) => {
    const id = world.unit();
    return { id, input: { ...rest(world, id) } };
  };

const ofHold =
  (rest: object = {}, now = new Date()): Make =>
  async (world) => {
    const until = new Date(now.getTime() + 3_600_000).toISOString();
    const asked = { unitId: world.unit(), kind: 'VIP', until, forWhom: 'Lin Mei' };
    const { result } = await world.desk.done(holdUnit, asked, { now });
    const id = String(result.holdId);
    return { id, input: { holdId: id, ...rest } };
  };

const ofTicket =
  (rest: object = {}, values: object = {}): Make =>
  async (world) => {
    const id = await ticket(world, await batch(world), values);
    return { id, input: { ticketId: id, ...rest } };
  };

/** The batch walks, and the command acts on a ticket of it in the state that it needs. */
const ofTicketsBatch =
  (values: object, more: object = {}): Make =>
  async (world) => {
    const id = await batch(world, more);
    return { id, input: { ticketId: await ticket(world, id, values) } };
  };

const paidTicket: Make = async (world) => {
  const earnest = { earnestAsked: euro('10.00'), earnestPaid: euro('0.00') };
  const id = await ticket(world, await batch(world), earnest);
  const money = { queueTicketId: id, amount: '10.00', method: 'CASH', receivedOn: TODAY };
  await world.desk.done(recordReceipt, money);
  return {
    id,
    input: { ticketId: id, method: 'CASH', refundedOn: TODAY, reason: 'Bought elsewhere' },
  };
};

/** A called ticket and a unit of its batch; `walks` says which of the three the row is of. */
const ofChoice =
  (walks: 'unit' | 'queueTicket' | 'releaseBatch'): Make =>
  async (world) => {
    const releaseBatch = await batch(world);
    const unit = world.unit();
    await world.put('unit', unit, { releaseBatchId: releaseBatch });
    const called = { state: 'CALLED', deadline: hours(1).toISOString() };
    const queueTicket = await ticket(world, releaseBatch, called);
    const id = { unit, queueTicket, releaseBatch }[walks];
    return { id, input: { ticketId: queueTicket, unitId: unit } };
  };

/** A batch with a unit that waits for its opening, or with nothing in it. */
const ofBatch =
  (hasUnit: (isAllowed: boolean) => boolean, rest: object = {}): Make =>
  async (world, isAllowed) => {
    const id = await batch(world);
    if (hasUnit(isAllowed))
      await world.put('unit', world.unit(), { releaseBatchId: id, state: 'CONTROLLED' });
    return { id, input: { releaseBatchId: id, ...rest } };
  };

const ofScheme =
  (rest: object = {}): Make =>
  async (world) => {
    const { projectId } = world.site;
    const id = await world.make('priceScheme', { projectId, rows: 0 });
    return { id, input: { priceSchemeId: id, ...rest } };
  };

const NOT_ALLOWED = { refusedWith: 'STATE_NOT_ALLOWED' } as const;
const SELLING = { object: 'unit', refusedWith: 'UNIT_NOT_FOR_SALE' } as const;
const FROZEN = { FROZEN: 'UNIT_FROZEN' } as const;
const NOT_CALLING = { object: 'releaseBatch', refusedWith: 'BATCH_NOT_OPEN' } as const;
const NOT_CLOSED = ['DRAFT', 'OPEN'] as const;
const LOTTERY = { salesMode: 'LOTTERY' };

export const SALES_WALK: readonly WalkCase[] = [
  // inventory
  {
    command: releaseUnits,
    object: 'unit',
    refusedWith: 'UNITS_NOT_RELEASABLE',
    apart: { AVAILABLE: 'nothing is left to do: tests/road/one-deal.test.ts' },
    make: ofUnit((_world, id) => ({ unitIds: [id] })),
  },
  {
    command: withdrawUnits,
    object: 'unit',
    refusedWith: 'UNITS_NOT_WITHDRAWABLE',
    apart: { CONTROLLED: 'nothing is left to do: tests/road/release-batches.test.ts' },
    make: ofUnit((_world, id) => ({ unitIds: [id], reason: 'Later' })),
  },
  {
    command: rollBackTransfer,
    object: 'dealTransfer',
    ...NOT_ALLOWED,
    async make(world) {
      const id = await world.make('dealTransfer', {
        leaverId: world.ground.workspace.members[0]?.id,
        items: [],
      });
      return { id, input: { dealTransferId: id, reason: 'Stays after all' } };
    },
  },
  {
    command: openReleaseBatch,
    object: 'releaseBatch',
    ...NOT_ALLOWED,
    // An open one releases what was added to it; without that there is nothing to open.
    make: ofBatch((isAllowed) => isAllowed),
  },
  {
    command: openReleaseBatch,
    object: 'unit',
    refusedWith: 'RELEASE_BATCH_EMPTY',
    make: async (world) => {
      const id = world.unit();
      const releaseBatchId = await batch(world, { state: 'DRAFT' });
      await world.put('unit', id, { releaseBatchId });
      return { id, input: { releaseBatchId } };
    },
  },
  { command: closeReleaseBatch, object: 'releaseBatch', ...NOT_ALLOWED, make: ofBatch(() => true) },
  {
    command: assignUnitsToBatch,
    object: 'releaseBatch',
    from: NOT_CLOSED,
    ...NOT_ALLOWED,
    make: async (world) => {
      const id = await batch(world);
      return { id, input: { releaseBatchId: id, unitIds: [world.unit()] } };
    },
  },
  {
    command: assignUnitsToBatch,
    object: 'unit',
    from: ['PLANNED', 'CONTROLLED', 'AVAILABLE'],
    refusedWith: 'UNITS_NOT_RELEASABLE',
    make: async (world) => {
      const id = world.unit();
      return { id, input: { releaseBatchId: await batch(world), unitIds: [id] } };
    },
  },
  {
    command: activatePriceScheme,
    object: 'priceScheme',
    ...NOT_ALLOWED,
    to: ['APPROVED', 'ACTIVE'],
    make: ofScheme(),
  },
  {
    command: undoPriceScheme,
    object: 'priceScheme',
    ...NOT_ALLOWED,
    to: 'RETIRED',
    make: ofScheme({ reason: 'The wrong file' }),
  },
  // holds
  {
    ...SELLING,
    command: holdUnit,
    refusedIn: FROZEN,
    make: ofUnit((_world, unitId) => ({ unitId, kind: 'VIP', until: hours(1).toISOString() })),
  },
  { command: releaseHold, object: 'unitHold', ...NOT_ALLOWED, make: ofHold() },
  {
    command: extendHold,
    object: 'unitHold',
    from: ['ACTIVE'],
    isOnce: true,
    ...NOT_ALLOWED,
    make: ofHold({ until: hours(2).toISOString() }),
  },
  { command: expireHold, object: 'unitHold', ...NOT_ALLOWED, make: ofHold({}, hours(-2)) },
  {
    command: freezeUnit,
    object: 'unit',
    refusedWith: 'UNIT_FROZEN',
    make: ofUnit((_world, unitId) => ({ unitId, reason: 'Order of the court' })),
  },
  {
    command: unfreezeUnit,
    object: 'unit',
    ...NOT_ALLOWED,
    make: ofUnit((_world, unitId) => ({ unitId, reason: 'The order is lifted' })),
  },
  // the queue
  {
    ...NOT_CALLING,
    command: takeTicket,
    from: NOT_CLOSED,
    isOnce: true,
    make: async (world) => {
      const id = await batch(world);
      return { id, input: { batchId: id, buyerId: world.buyerId } };
    },
  },
  { command: activateTicket, object: 'queueTicket', ...NOT_ALLOWED, make: ofTicket() },
  {
    ...NOT_CALLING,
    command: activateTicket,
    from: NOT_CLOSED,
    isOnce: true,
    make: ofTicketsBatch({ state: 'DRAFT' }),
  },
  {
    ...NOT_CALLING,
    command: callNextTicket,
    from: ['OPEN'],
    isOnce: true,
    make: async (world) => {
      const id = await batch(world);
      await ticket(world, id);
      return { id, input: { batchId: id } };
    },
  },
  { command: chooseUnit, object: 'queueTicket', ...NOT_ALLOWED, make: ofChoice('queueTicket') },
  { ...SELLING, command: chooseUnit, refusedIn: FROZEN, make: ofChoice('unit') },
  { ...NOT_CALLING, command: chooseUnit, from: ['OPEN'], isOnce: true, make: ofChoice('releaseBatch') },
  {
    command: missTicket,
    object: 'queueTicket',
    ...NOT_ALLOWED,
    make: ofTicket({}, { deadline: hours(-1).toISOString() }),
  },
  { command: requeueTicket, object: 'queueTicket', ...NOT_ALLOWED, make: ofTicket() },
  {
    ...NOT_CALLING,
    command: requeueTicket,
    from: NOT_CLOSED,
    isOnce: true,
    make: ofTicketsBatch({ state: 'MISSED' }),
  },
  { command: cancelTicket, object: 'queueTicket', ...NOT_ALLOWED, make: ofTicket({ reason: 'Not now' }) },
  { command: refundTicket, object: 'queueTicket', ...NOT_ALLOWED, make: paidTicket },
  {
    ...NOT_CALLING,
    command: drawLottery,
    from: NOT_CLOSED,
    isOnce: true,
    make: async (world) => {
      const id = await batch(world, LOTTERY);
      await ticket(world, id);
      return { id, input: { batchId: id, seed: '3401' } };
    },
  },
  ...RESERVATION_WALK,
];
