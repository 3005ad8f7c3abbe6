/**
 * Changes: units from PLANNED or CONTROLLED to AVAILABLE.
 * Guard: a claim on each unit, taken only while its state still allows the release (C4, D6).
 * After a crash: some units are released; the same request again, or the repair job, does the rest.
 */
import * as z from 'zod/mini';
import { decideRelease } from '#domain/inventory/index.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { refuse } from '#domain/shared/refusal.ts';
import type { Command } from '../system/command.ts';
import { recordId, requestId, text } from '../system/input.ts';
import { permitsOf, putOnSale, type UnitToRelease } from './on-sale.ts';

const MOST_UNITS = 2_000;

const schema = z.object({
  requestId,
  unitIds: z
    .array(recordId)
    .check(z.minLength(1, 'must name a unit'), z.maxLength(MOST_UNITS, 'are too many at once')),
  reason: z.optional(text),
});

type Input = z.infer<typeof schema>;
type Snapshot = { units: UnitToRelease[] };
type Plan = { release: string[]; alreadyAvailable: string[] };
type Answer = { released: number; alreadyAvailable: number };

export const releaseUnits: Command<Input, Snapshot, Plan, Answer> = {
  name: 'release-units',
  room: 'inventory',
  title: 'Release units for sale',
  right: 'controlSales',
  schema,
  subject: ({ unitIds }) => ({ kind: 'unit', id: unitIds[0] ?? '' }),

  async load({ store }, { unitIds }) {
    const { units } = await store.read({
      units: { object: 'unit', filter: { id: { in: unitIds } }, with: { project: true, building: true } },
    });
    const found = new Set(units.map(({ id }) => id));
    const missing = unitIds.find((id) => !found.has(id));
    return missing === undefined
      ? { plan: { units } }
      : refuse({ code: 'NOT_FOUND', what: 'unit', id: missing });
  },

  decide({ now, requestId: request }, _input, { units }) {
    const today = dateIn(now, units[0]?.project?.timeZone || 'UTC');
    // Run again, the units that this very request released are its own work, not someone else's.
    const own = units.map((unit) =>
      unit.claimKey === request && unit.state === 'AVAILABLE' ? { ...unit, state: 'PLANNED' as const } : unit,
    );
    return decideRelease(own, permitsOf(units), today);
  },

  async apply({ store, now, requestId: request }, _input, _snapshot, { release, alreadyAvailable }) {
    const released = await putOnSale({ store, now, requestId: request }, release);
    const answer = { released, alreadyAvailable: alreadyAvailable.length };
    const rest = answer.alreadyAvailable === 0 ? '' : ` ${answer.alreadyAvailable} were on sale already.`;
    return {
      plan: { answer, message: `Released ${released} units for sale.${rest}`, after: { released: release } },
    };
  },
};
