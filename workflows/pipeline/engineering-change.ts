/** The stages of a engineering change (C4). */
import type { EngineeringChangeState } from '#domain/handover/after-sale-states.ts';
import type { Stages } from './machine.ts';

export const ENGINEERING_CHANGE_STAGES: Stages<EngineeringChangeState> = {
  DRAFT: { label: 'Draft', color: 'gray' },
  SENT: { label: 'Buyers are asked', color: 'orange' },
  CLOSED: { label: 'Closed', color: 'green' },
};
