/** The commands of the room `handover`, and the questions that it answers. */
import type { AnyCommand } from '../system/command.ts';
import type { AnyQuestion } from '../system/question.ts';
import { applyTitleList } from './apply-title-list.ts';
import { blockTitleCase, unblockTitleCase } from './block-title-case.ts';
import { answerEngineeringChange, closeEngineeringChange } from './change-answers.ts';
import { checkTitleCase } from './check-title-case.ts';
import { handOver } from './hand-over.ts';
import { INSPECTION_COMMANDS } from './inspection-commands.ts';
import { INSPECTION_QUESTIONS } from './inspection-questions.ts';
import { moveTitleCase } from './move-title-case.ts';
import { openTitleCase } from './open-title-case.ts';
import { draftEngineeringChange, sendEngineeringChange } from './send-engineering-change.ts';

export const HANDOVER_COMMANDS: readonly AnyCommand[] = [
  handOver,
  ...INSPECTION_COMMANDS,
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

export const HANDOVER_QUESTIONS: readonly AnyQuestion[] = [checkTitleCase, ...INSPECTION_QUESTIONS];
