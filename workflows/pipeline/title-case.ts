/** The stages of a title case (C4). */
import type { TitleState } from '#domain/handover/after-sale-states.ts';
import type { Stages } from './machine.ts';

export const TITLE_CASE_STAGES: Stages<TitleState> = {
  COLLECTING: { label: 'Collecting papers', color: 'sky' },
  TAX_PAID: { label: 'Taxes paid', color: 'blue' },
  SUBMITTED: { label: 'Submitted', color: 'yellow' },
  ACCEPTED: { label: 'Accepted by the registry', color: 'turquoise' },
  ISSUED: { label: 'Certificate issued', color: 'jade' },
  DELIVERED: { label: 'Certificate delivered', color: 'green' },
  BLOCKED: { label: 'Blocked', color: 'red' },
};
