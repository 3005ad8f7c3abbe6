/** The stages of a change answer (C4). */
import type { ChangeAnswerState } from '#domain/handover/after-sale-states.ts';
import type { Machine, Stages } from './machine.ts';

export const CHANGE_ANSWER_STAGES: Stages<ChangeAnswerState> = {
  PENDING: { label: 'No answer yet', color: 'gray' },
  ACCEPTED: { label: 'Agreed', color: 'green' },
  OBJECTED: { label: 'Objected', color: 'orange' },
  RESCINDING: { label: 'Wants to rescind', color: 'red' },
  SILENT: { label: 'Did not answer', color: 'purple' },
};

export const CHANGE_ANSWER: Machine<ChangeAnswerState> = {
  object: 'changeAnswer',
  title: 'Answer to a change',
  about: 'What one buyer says to an engineering change, or that nothing was said in time.',
  first: 'PENDING',
  stages: CHANGE_ANSWER_STAGES,
  begins: [
    {
      in: 'PENDING',
      commands: ['send-engineering-change'],
      guard: 'The contract is live and its home is concerned; one answer a contract (A015).',
      rights: ['handOver'],
    },
  ],
  transitions: [
    {
      from: ['PENDING', 'OBJECTED', 'RESCINDING'],
      to: 'ACCEPTED',
      commands: ['answer-engineering-change'],
      guard: 'The change is not closed yet (A015).',
      rights: ['handOver'],
    },
    {
      from: ['PENDING', 'ACCEPTED', 'RESCINDING'],
      to: 'OBJECTED',
      commands: ['answer-engineering-change'],
      guard: 'The change is not closed yet (A015).',
      rights: ['handOver'],
    },
    {
      from: ['PENDING', 'ACCEPTED', 'OBJECTED'],
      to: 'RESCINDING',
      commands: ['answer-engineering-change'],
      guard: 'The change is not closed yet and lets buyers rescind (A015).',
      rights: ['handOver'],
    },
    {
      from: ['PENDING'],
      to: 'SILENT',
      commands: ['close-engineering-change'],
      guard: 'The last day is over without an answer (A015).',
      rights: ['handOver'],
    },
  ],
};
