/** The commands of the room `handover`. */
import type { AnyCommand } from '../system/command.ts';
import { handOver } from './hand-over.ts';

export const HANDOVER_COMMANDS: readonly AnyCommand[] = [handOver];
