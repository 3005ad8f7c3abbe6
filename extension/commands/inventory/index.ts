/** The commands of the room `inventory`. */
import type { AnyCommand } from '../system/command.ts';
import { certifyMilestone } from './certify-milestone.ts';
import { releaseUnits } from './release-units.ts';

export const INVENTORY_COMMANDS: readonly AnyCommand[] = [releaseUnits, certifyMilestone];
