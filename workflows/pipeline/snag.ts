/** The stages of a snag (C4). */
import type { SnagState } from '#domain/handover/after-sale-states.ts';
import type { Machine, Stages } from './machine.ts';

export const SNAG_STAGES: Stages<SnagState> = {
  OPEN: { label: 'Not assigned', color: 'red' },
  ASSIGNED: { label: 'Assigned', color: 'orange' },
  IN_PROGRESS: { label: 'In progress', color: 'yellow' },
  FIXED: { label: 'Fixed', color: 'blue' },
  VERIFIED: { label: 'Verified', color: 'green' },
  REJECTED: { label: 'Declined', color: 'gray' },
  REOPENED: { label: 'Reopened', color: 'purple' },
};

const RIGHTS = ['handOver', 'serve'] as const;

export const SNAG: Machine<SnagState> = {
  object: 'snag',
  title: 'Snag',
  about: 'How far a defect has come to being mended and verified.',
  first: 'OPEN',
  stages: SNAG_STAGES,
  begins: [
    {
      in: 'OPEN',
      commands: ['record-inspection', 'sign-inspection', 'report-snag'],
      guard: 'A defect of an inspection, once, or what somebody tells of (C4).',
      rights: RIGHTS,
    },
  ],
  transitions: [
    {
      from: ['OPEN', 'IN_PROGRESS', 'REOPENED'],
      to: 'ASSIGNED',
      commands: ['move-snag'],
      guard: 'A contractor is named (C4).',
      rights: RIGHTS,
    },
    {
      from: ['ASSIGNED', 'REOPENED'],
      to: 'IN_PROGRESS',
      commands: ['move-snag'],
      guard: 'A contractor does this with snags of their own only (C4).',
      rights: RIGHTS,
    },
    {
      from: ['ASSIGNED', 'IN_PROGRESS', 'REOPENED'],
      to: 'FIXED',
      commands: ['move-snag'],
      guard: 'The clock goes on until somebody has verified it (C4).',
      rights: RIGHTS,
    },
    {
      from: ['FIXED'],
      to: 'VERIFIED',
      commands: ['move-snag'],
      guard: 'The customer or a steward has looked at it; the last blocking one lets the keys go (C4).',
      rights: RIGHTS,
    },
    {
      from: ['OPEN', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED'],
      to: 'REJECTED',
      commands: ['move-snag'],
      guard: 'With a reason; its clock stands from then on (C4).',
      rights: RIGHTS,
    },
    {
      from: ['FIXED', 'VERIFIED', 'REJECTED'],
      to: 'REOPENED',
      commands: ['move-snag'],
      guard: 'With a reason; what the clock stood is added to the due date (C4).',
      rights: RIGHTS,
    },
  ],
};
