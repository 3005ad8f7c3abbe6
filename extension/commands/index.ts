/** Every command there is, by room. */
import { CARE_COMMANDS } from './care/index.ts';
import { DEAL_COMMANDS } from './deal/index.ts';
import { HANDOVER_COMMANDS } from './handover/index.ts';
import { INVENTORY_COMMANDS } from './inventory/index.ts';
import { LEDGER_COMMANDS } from './ledger/index.ts';
import type { AnyCommand } from './system/command.ts';
import { SYSTEM_COMMANDS } from './system/index.ts';
import { SAMPLE_COMMANDS } from './system/sample-commands.ts';

export const ALL_COMMANDS: readonly AnyCommand[] = [
  ...INVENTORY_COMMANDS,
  ...DEAL_COMMANDS,
  ...LEDGER_COMMANDS,
  ...HANDOVER_COMMANDS,
  ...CARE_COMMANDS,
  ...SYSTEM_COMMANDS,
  ...SAMPLE_COMMANDS,
];
