/** Commands and questions of the sample data, apart from the others: they bring all rooms along. Writes nothing. */
import type { AnyCommand } from './command.ts';
import { loadSampleData, sampleData } from './load-sample-data.ts';
import type { AnyQuestion } from './question.ts';
import { removeSampleData } from './remove-sample-data.ts';

export const SAMPLE_COMMANDS: readonly AnyCommand[] = [loadSampleData, removeSampleData];

export const SAMPLE_QUESTIONS: readonly AnyQuestion[] = [sampleData as AnyQuestion];
