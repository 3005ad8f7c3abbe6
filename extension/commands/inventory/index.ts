/** The commands of the room `inventory`, and the questions that it answers. */
import type { AnyCommand } from '../system/command.ts';
import type { AnyQuestion } from '../system/question.ts';
import { activatePriceScheme } from './activate-price-scheme.ts';
import { certifyMilestone } from './certify-milestone.ts';
import { generateUnits, previewUnits } from './generate-units.ts';
import { assignUnitsToBatch, closeReleaseBatch, openReleaseBatch } from './release-batches.ts';
import { releaseUnits } from './release-units.ts';
import { undoPriceScheme } from './undo-price-scheme.ts';
import { withdrawUnits } from './withdraw-units.ts';

export const INVENTORY_COMMANDS: readonly AnyCommand[] = [
  releaseUnits,
  certifyMilestone,
  activatePriceScheme,
  undoPriceScheme,
  generateUnits,
  openReleaseBatch,
  closeReleaseBatch,
  assignUnitsToBatch,
  withdrawUnits,
];

export const INVENTORY_QUESTIONS: readonly AnyQuestion[] = [previewUnits];
