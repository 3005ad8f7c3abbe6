/** The commands of the room `ledger`. */
import type { AnyCommand } from '../system/command.ts';
import { recordReceipt } from './record-receipt.ts';

export const LEDGER_COMMANDS: readonly AnyCommand[] = [recordReceipt];
