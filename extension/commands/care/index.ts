/** The commands and questions of the room `care`. */
import type { AnyCommand } from '../system/command.ts';
import type { AnyQuestion } from '../system/question.ts';
import { giveFeedback, rateTicket } from './answer-ticket.ts';
import { askFormLink } from './ask-form-link.ts';
import { askRatingLink } from './ask-rating-link.ts';
import { escalateTicket } from './escalate-tickets.ts';
import { moveTicket } from './move-ticket.ts';
import { openTicket } from './open-ticket.ts';
import { setUpServiceLevels } from './set-up-service-levels.ts';
import { setUpWarranty } from './set-up-warranty.ts';

export const CARE_COMMANDS: readonly AnyCommand[] = [
  setUpWarranty,
  setUpServiceLevels,
  openTicket,
  moveTicket,
  giveFeedback,
  rateTicket,
  escalateTicket,
];

export const CARE_QUESTIONS: readonly AnyQuestion[] = [
  askFormLink as AnyQuestion,
  askRatingLink as AnyQuestion,
];
