/** A hold (保留): a unit kept for somebody until a time without a deposit, or frozen by law (C4). */
import type { HoldState } from '#domain/deal/hold-states.ts';
import type { Machine, Stages } from './machine.ts';

export const UNIT_HOLD_STAGES: Stages<HoldState> = {
  ACTIVE: { label: 'Active', color: 'yellow' },
  TAKEN: { label: 'Became a reservation', color: 'green' },
  RELEASED: { label: 'Let go', color: 'gray' },
  EXPIRED: { label: 'Expired', color: 'red' },
};

export const UNIT_HOLD: Machine<HoldState> = {
  object: 'unitHold',
  title: 'Unit hold',
  about: 'What became of keeping a unit for somebody.',
  first: 'ACTIVE',
  stages: UNIT_HOLD_STAGES,
  begins: [
    {
      in: 'ACTIVE',
      commands: ['hold-unit'],
      guard:
        'The unit is available, its lock is won and one of the places of the salesperson is free (C3, C4).',
      rights: ['sell', 'controlSales'],
    },
    {
      in: 'ACTIVE',
      commands: ['freeze-unit'],
      guard: 'A freeze by law, whatever the unit is (C4).',
      rights: ['freezeUnits'],
    },
  ],
  transitions: [
    {
      from: ['ACTIVE'],
      to: 'TAKEN',
      commands: ['reserve-unit', 'reserve-bundle'],
      guard: 'For the same buyer and before its time is over; the lock moves along (C3).',
      rights: ['sell'],
    },
    {
      from: ['ACTIVE'],
      to: 'RELEASED',
      commands: ['release-hold'],
      guard: 'Who holds it or a manager lets it go (C4).',
      rights: ['sell', 'controlSales'],
    },
    {
      from: ['ACTIVE'],
      to: 'RELEASED',
      commands: ['unfreeze-unit'],
      guard: 'The freeze is lifted (C4).',
      rights: ['freezeUnits'],
    },
    {
      from: ['ACTIVE'],
      to: 'EXPIRED',
      commands: ['expire-hold', 'reserve-unit', 'hold-unit'],
      guard: 'Its time is over; the next one may displace it at once (C3, C4).',
      rights: ['sell', 'controlSales'],
    },
  ],
};
