/** The commands of the room `handover`. */
import type { AnyCommand } from '../system/command.ts';
import type { AnyQuestion } from '../system/question.ts';
import { arriveHandover, missHandover } from './arrive-handover.ts';
import { handoverReadiness } from './ask-readiness.ts';
import { handoverSlots } from './ask-slots.ts';
import { handoverLink } from './ask-visit-link.ts';
import { bookHandover, unbookHandover } from './book-handover.ts';
import { deemDelivered } from './deem-delivered.ts';
import { deferHandoverDues } from './defer-handover-dues.ts';
import { handOver } from './hand-over.ts';
import { closeHandoverBatch, openHandoverBatch } from './open-handover-batch.ts';
import { renewHandoverLink } from './renew-link.ts';

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
  handOver,
];

export const HANDOVER_QUESTIONS: readonly AnyQuestion[] = [
  handoverReadiness as AnyQuestion,
  handoverSlots as AnyQuestion,
  handoverLink as AnyQuestion,
];
