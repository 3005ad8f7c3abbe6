/** A unit (房源) from the drawing board to the title (C4). Its state follows its lock (C3). */
import type { UnitState } from '#domain/inventory/unit-states.ts';
import type { Machine, Stages } from './machine.ts';

export const UNIT_STAGES: Stages<UnitState> = {
  PLANNED: { label: 'Planned', color: 'gray' },
  CONTROLLED: { label: 'Sales control', color: 'brown' },
  AVAILABLE: { label: 'Available', color: 'green' },
  HELD: { label: 'Held', color: 'yellow' },
  SMALL_RESERVED: { label: 'Small deposit', color: 'amber' },
  LARGE_RESERVED: { label: 'Reserved', color: 'orange' },
  CONTRACTED: { label: 'Contracted', color: 'blue' },
  HANDED_OVER: { label: 'Handed over', color: 'purple' },
  TITLED: { label: 'Titled', color: 'turquoise' },
  FROZEN: { label: 'Frozen', color: 'red' },
};

export const UNIT: Machine<UnitState> = {
  object: 'unit',
  title: 'Unit',
  about: 'Whether a unit is for sale, and how far its sale has come.',
  first: 'PLANNED',
  stages: UNIT_STAGES,
  begins: [
    {
      in: 'PLANNED',
      commands: ['generate-units'],
      guard: 'No other unit of the building has the number (C2); one entered by hand begins here as well.',
      rights: ['controlSales'],
    },
  ],
  transitions: [
    {
      from: ['PLANNED', 'CONTROLLED'],
      to: 'AVAILABLE',
      commands: ['release-units', 'open-release-batch'],
      guard:
        'It has a list price, not above the filed one, and a valid pre-sale permit where one is asked (C4, D6).',
      rights: ['controlSales'],
    },
    {
      from: ['PLANNED', 'AVAILABLE'],
      to: 'CONTROLLED',
      commands: ['withdraw-units', 'close-release-batch'],
      guard: 'Nobody has it, and a reason is given (C4).',
      rights: ['controlSales'],
    },
    {
      from: ['AVAILABLE'],
      to: 'HELD',
      commands: ['hold-unit', 'choose-unit'],
      guard:
        'The insert of its lock wins; a salesperson is below the limit of holds, a called ticket in time (C3, C4).',
      rights: ['sell', 'controlSales'],
    },
    {
      from: ['HELD'],
      to: 'AVAILABLE',
      commands: ['release-hold', 'expire-hold', 'miss-ticket', 'cancel-ticket'],
      jobs: ['check-units'],
      guard: 'Who holds it lets it go, or the time is over (C4).',
      rights: ['sell', 'controlSales', 'keepAccounts'],
    },
    {
      from: ['AVAILABLE', 'HELD'],
      to: 'SMALL_RESERVED',
      commands: ['reserve-unit', 'reserve-bundle', 'swap-reservation-unit'],
      guard:
        'The lock is won, or moves from the hold or ticket of the same buyer; the permit is valid (C3, D6).',
      rights: ['sell'],
    },
    {
      from: ['AVAILABLE', 'HELD'],
      to: 'LARGE_RESERVED',
      commands: ['reserve-unit', 'reserve-bundle', 'swap-reservation-unit'],
      guard:
        'The lock is won or the same buyer has it; price and discount are within what was approved (C3, C4, D6).',
      rights: ['sell'],
    },
    {
      from: ['AVAILABLE', 'HELD'],
      to: 'CONTRACTED',
      commands: ['change-contract-unit'],
      guard: 'The contract gives up its old unit for this one: its lock is won first (C3, C4).',
      rights: ['sell', 'approveMoney'],
    },
    {
      from: ['SMALL_RESERVED'],
      to: 'LARGE_RESERVED',
      commands: ['upgrade-reservation'],
      guard: 'The same reservation has the lock and is in time (C3, C4).',
      rights: ['sell'],
    },
    {
      from: ['SMALL_RESERVED', 'LARGE_RESERVED'],
      to: 'AVAILABLE',
      commands: ['cancel-reservation', 'expire-reservation', 'swap-reservation-unit'],
      jobs: ['expire-reservations', 'check-units'],
      guard: 'The lock is cleared only while this reservation holds it, so of two at once one wins (E21.5).',
      rights: ['sell'],
    },
    {
      from: ['LARGE_RESERVED'],
      to: 'CONTRACTED',
      commands: ['sign-contract'],
      guard: 'The lock moves from the reservation to the contract, whose plan adds up to the price (C3, C4).',
      rights: ['sell'],
    },
    {
      from: ['CONTRACTED'],
      to: 'CONTROLLED',
      commands: ['cancel-contract', 'record-refund', 'change-contract-unit'],
      jobs: ['keep-ledger'],
      guard: 'Receipts equal refunds and what is kept; a manager releases it again (C4).',
      rights: ['keepAccounts', 'approveMoney', 'sell'],
    },
    {
      from: ['CONTRACTED'],
      to: 'AVAILABLE',
      commands: [],
      guard: 'Not yet: what comes back of a contract is under sales control first (C4).',
      rights: ['controlSales'],
    },
    {
      from: ['CONTRACTED'],
      to: 'HANDED_OVER',
      commands: ['hand-over'],
      guard: 'Everything that is due by the day of the keys is paid (C4).',
      rights: ['handOver'],
    },
    {
      from: ['HANDED_OVER'],
      to: 'TITLED',
      commands: ['move-title-case', 'apply-title-list'],
      guard: 'The certificate is issued, and the unit is not frozen (C4).',
      rights: ['handOver'],
    },
    {
      from: [
        'PLANNED',
        'CONTROLLED',
        'AVAILABLE',
        'HELD',
        'SMALL_RESERVED',
        'LARGE_RESERVED',
        'CONTRACTED',
        'HANDED_OVER',
        'TITLED',
      ],
      to: 'FROZEN',
      commands: ['freeze-unit'],
      guard: 'The law says so and a reason is given; who had the unit keeps it for the time after (C4).',
      rights: ['freezeUnits'],
    },
    {
      from: ['FROZEN'],
      to: [
        'PLANNED',
        'CONTROLLED',
        'AVAILABLE',
        'HELD',
        'SMALL_RESERVED',
        'LARGE_RESERVED',
        'CONTRACTED',
        'HANDED_OVER',
        'TITLED',
      ],
      commands: ['unfreeze-unit'],
      guard: 'The freeze is lifted: it is again what it was, or what its lock says by now (C3, C4).',
      rights: ['freezeUnits'],
    },
  ],
};
