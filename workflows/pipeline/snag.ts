/** The stages of a snag (C4). */
import type { SnagState } from '#domain/handover/after-sale-states.ts';
import type { Stages } from './machine.ts';

export const SNAG_STAGES: Stages<SnagState> = {
  OPEN: { label: 'Open', color: 'red' },
  ASSIGNED: { label: 'Assigned', color: 'orange' },
  IN_PROGRESS: { label: 'In progress', color: 'yellow' },
  FIXED: { label: 'Fixed', color: 'blue' },
  VERIFIED: { label: 'Verified', color: 'green' },
  REJECTED: { label: 'Declined', color: 'gray' },
  REOPENED: { label: 'Reopened', color: 'purple' },
};
