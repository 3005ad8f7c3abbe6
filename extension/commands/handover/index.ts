/** The commands of the room `handover`, and the questions that it answers. */
import type { AnyCommand } from '../system/command.ts';
import type { AnyQuestion } from '../system/question.ts';
import { applyTitleList } from './apply-title-list.ts';
import { arriveHandover, missHandover } from './arrive-handover.ts';
import { handoverReadiness } from './ask-readiness.ts';
import { handoverSlots } from './ask-slots.ts';
import { handoverLink } from './ask-visit-link.ts';
import { blockTitleCase, unblockTitleCase } from './block-title-case.ts';
import { bookHandover, unbookHandover } from './book-handover.ts';
import { answerEngineeringChange, closeEngineeringChange } from './change-answers.ts';
import { checkTitleCase } from './check-title-case.ts';
import { deemDelivered } from './deem-delivered.ts';
import { deferHandoverDues } from './defer-handover-dues.ts';
import { handOver } from './hand-over.ts';
import { INSPECTION_COMMANDS } from './inspection-commands.ts';
import { INSPECTION_QUESTIONS } from './inspection-questions.ts';
import { moveTitleCase } from './move-title-case.ts';
import { closeHandoverBatch, openHandoverBatch } from './open-handover-batch.ts';
import { openTitleCase } from './open-title-case.ts';
import { renewHandoverLink } from './renew-link.ts';
import { draftEngineeringChange, sendEngineeringChange } from './send-engineering-change.ts';

export const HANDOVER_COMMANDS: readonly AnyCommand[] = [
  openHandoverBatch,
  closeHandoverBatch,
  bookHandover,
  unbookHandover,
  arriveHandover,
  missHandover,
  deemDelivered,
  deferHandoverDues,
  renewHandoverLink,
  ...INSPECTION_COMMANDS,
  handOver,
  openTitleCase,
  moveTitleCase,
  blockTitleCase,
  unblockTitleCase,
  applyTitleList,
  draftEngineeringChange,
  sendEngineeringChange,
  answerEngineeringChange,
  closeEngineeringChange,
];

export const HANDOVER_QUESTIONS: readonly AnyQuestion[] = [
  handoverReadiness as AnyQuestion,
  handoverSlots as AnyQuestion,
  handoverLink as AnyQuestion,
  ...INSPECTION_QUESTIONS,
  checkTitleCase,
];
