/**
 * Changes: units from AVAILABLE (or PLANNED) to CONTROLLED (C4, A003).
 * Guard: a claim on each unit, taken only while its state allows it; a unit that somebody has or is taking
 * right now stays theirs and is named. After a crash: some units are withdrawn; the same request again, or
 * the repair job, does the rest.
 */
import * as z from 'zod/mini';
import { decideWithdraw } from '#domain/inventory/index.ts';
import { refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { Command } from '../system/command.ts';
import { recordId, requestId, requiredText } from '../system/input.ts';
import { takeOffSale } from './on-sale.ts';
import { MOST_NAMED } from './price-scheme-records.ts';

const MOST_UNITS = 2_000;

const schema = z.object({
  requestId,
  unitIds: z
    .array(recordId)
    .check(z.minLength(1, 'must name a unit'), z.maxLength(MOST_UNITS, 'are too many at once')),
  reason: requiredText,
});

type Input = z.infer<typeof schema>;
type Snapshot = { units: RecordOf<'unit'>[] };
type Plan = { withdraw: string[]; alreadyControlled: number };
type Answer = {
  withdrawn: number;
  alreadyControlled: number;
  taken: { unit: string; holder: string }[];
};

export const withdrawUnits: Command<Input, Snapshot, Plan, Answer> = {
  name: 'withdraw-units',
  room: 'inventory',
  title: 'Withdraw units from sale',
  right: 'controlSales',
  schema,
  subject: ({ unitIds }) => ({ kind: 'unit', id: unitIds[0] ?? '' }),

  async load({ store }, { unitIds }) {
    const { units } = await store.read({ units: { object: 'unit', filter: { id: { in: unitIds } } } });
    const found = new Set(units.map(({ id }) => id));
    const missing = unitIds.find((id) => !found.has(id));
    return missing === undefined
      ? { plan: { units } }
      : refuse({ code: 'NOT_FOUND', what: 'unit', id: missing });
  },

  // Run again, units that were withdrawn are done, and units that somebody has taken since are theirs.
  decide: (run, _input, { units }) =>
    decideWithdraw(run.isResumed ? units.filter(({ state }) => state in OPEN) : units),

  async apply(run, { reason }, { units }, { withdraw, alreadyControlled }) {
    const wanted = new Set(withdraw);
    const { withdrawn, taken } = await takeOffSale(
      run,
      units.filter(({ id, claimKey }) => wanted.has(id) || (run.isResumed && claimKey === run.requestId)),
    );
    const answer = { withdrawn, alreadyControlled, taken: taken.slice(0, MOST_NAMED) };
    const rest = taken.length === 0 ? '' : ` ${taken.length} were being taken and stay with their holders.`;
    const message = `Withdrew ${withdrawn} units from sale: ${reason}.${rest}`;
    return { plan: { answer, message, after: { withdrawn: withdraw } } };
  },
};

const OPEN = { PLANNED: true, CONTROLLED: true, AVAILABLE: true } as const;
