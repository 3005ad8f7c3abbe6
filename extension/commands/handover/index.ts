/** The commands of the room `handover`. */
import type { AnyCommand } from '../system/command.ts';
import { handOver } from './hand-over.ts';
import { INSPECTION_COMMANDS } from './inspection-commands.ts';

export const HANDOVER_COMMANDS: readonly AnyCommand[] = [handOver, ...INSPECTION_COMMANDS];
