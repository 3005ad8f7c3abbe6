/** The questions of inspections and snags, as a table. Writes nothing. */
import type { AnyQuestion } from '../system/question.ts';
import { askSnagLink } from './snag-links.ts';
import { addSnagPhoto } from './snag-photos.ts';

export const INSPECTION_QUESTIONS: readonly AnyQuestion[] = [
  addSnagPhoto,
  askSnagLink,
] as readonly AnyQuestion[];
