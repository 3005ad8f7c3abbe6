/** The stages of a inspection (C4). */
import type { InspectionState } from '#domain/handover/after-sale-states.ts';
import type { Stages } from './machine.ts';

export const INSPECTION_STAGES: Stages<InspectionState> = {
  OPEN: { label: 'Under way', color: 'yellow' },
  SIGNED: { label: 'Signed', color: 'green' },
};
