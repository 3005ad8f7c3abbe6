/** A reservation (认购): small deposit (小定) and large deposit (大定) are stages of the same one (C4). */
import type { ReservationState } from '#domain/deal/deal-states.ts';
import type { Machine, Stages } from './machine.ts';

export const RESERVATION_STAGES: Stages<ReservationState> = {
  DRAFT: { label: 'Draft', color: 'gray' },
  PENDING_APPROVAL: { label: 'Pending approval', color: 'yellow' },
  ACTIVE: { label: 'Active', color: 'orange' },
  CONVERTED: { label: 'Contract signed', color: 'green' },
  EXPIRED: { label: 'Expired', color: 'red' },
  CANCELLED_REFUND: { label: 'Cancelled', color: 'gray' },
  FORFEITED: { label: 'Deposit forfeited', color: 'crimson' },
};

export const RESERVATION: Machine<ReservationState> = {
  object: 'reservation',
  title: 'Reservation',
  about: 'What became of a unit that is kept for a buyer for a deposit.',
  first: 'DRAFT',
  stages: RESERVATION_STAGES,
  begins: [
    {
      in: 'ACTIVE',
      commands: ['reserve-unit', 'reserve-bundle'],
      guard:
        'The unit is available or held for this buyer, its lock is won, the permit is valid (C3, C4, D6).',
      rights: ['sell'],
    },
    {
      in: 'PENDING_APPROVAL',
      commands: ['reserve-unit', 'reserve-bundle'],
      guard: 'The same, where the discount asked for needs somebody else’s approval (C4, C5, D1).',
      rights: ['sell'],
    },
  ],
  transitions: [
    {
      from: ['DRAFT'],
      to: 'PENDING_APPROVAL',
      commands: [],
      guard: 'Not yet: a reservation is asked for in one step (C4).',
      rights: ['sell'],
    },
    {
      from: ['DRAFT'],
      to: 'ACTIVE',
      commands: [],
      guard: 'Not yet: a reservation is active, or waits for approval, from its first moment (C4).',
      rights: ['sell'],
    },
    {
      from: ['PENDING_APPROVAL'],
      to: 'ACTIVE',
      commands: ['confirm-reservation'],
      guard: 'Somebody else than the asker has approved just this price (C4, C5).',
      rights: ['sell', 'controlSales'],
    },
    {
      from: ['ACTIVE'],
      to: 'CONVERTED',
      commands: ['sign-contract'],
      guard: 'It is in time and has the lock, the price is the approved one and the plan adds up to it (C4).',
      rights: ['sell'],
    },
    {
      from: ['PENDING_APPROVAL', 'ACTIVE'],
      to: 'EXPIRED',
      commands: ['expire-reservation', 'reserve-unit'],
      jobs: ['expire-reservations'],
      guard: 'Its time is over; from then on the next buyer may displace it at once (C3, C4).',
      rights: ['sell'],
    },
    {
      from: ['DRAFT', 'PENDING_APPROVAL', 'ACTIVE'],
      to: 'CANCELLED_REFUND',
      commands: ['cancel-reservation'],
      guard: 'A reason is given; what was paid stays booked until finance refunds it (C4).',
      rights: ['sell'],
    },
    {
      from: ['EXPIRED'],
      to: 'CANCELLED_REFUND',
      commands: ['decide-deposit'],
      guard: 'Finance decides that the deposit goes back; a prepayment always does (C4, D7).',
      rights: ['keepAccounts', 'approveMoney'],
    },
    {
      from: ['EXPIRED'],
      to: 'FORFEITED',
      commands: ['decide-deposit'],
      guard: 'Finance decides that it is kept, which only a deposit in law (定金) may be (C4, D7).',
      rights: ['keepAccounts', 'approveMoney'],
    },
  ],
};
