/** The rules that `calc` can work out, by the name on the command line. */
import { ageing } from './ageing.ts';
import { allocate } from './allocate.ts';
import { areaSettlement } from './area-settlement.ts';
import type { CalcRule } from './calc-rule.ts';
import { commission } from './commission.ts';
import { deposit } from './deposit.ts';
import { lateFee } from './late-fee.ts';
import { mortgage } from './mortgage.ts';
import { retention } from './retention.ts';
import { schedule } from './schedule.ts';

export const RULES: ReadonlyMap<string, CalcRule> = new Map([
  ['schedule', schedule],
  ['late-fee', lateFee],
  ['allocate', allocate],
  ['area-settlement', areaSettlement],
  ['ageing', ageing],
  ['mortgage', mortgage],
  ['commission', commission],
  ['deposit', deposit],
  ['retention', retention],
]);
