/** The stages of a change answer (C4). */
import type { ChangeAnswerState } from '#domain/handover/after-sale-states.ts';
import type { Stages } from './machine.ts';

export const CHANGE_ANSWER_STAGES: Stages<ChangeAnswerState> = {
  PENDING: { label: 'No answer yet', color: 'gray' },
  ACCEPTED: { label: 'Accepted', color: 'green' },
  OBJECTED: { label: 'Objected', color: 'orange' },
  RESCINDING: { label: 'Wants to rescind', color: 'red' },
  SILENT: { label: 'Did not answer', color: 'purple' },
};
