/**
 * Changes: units from PLANNED or CONTROLLED to AVAILABLE.
 * Guard: a claim on each unit, taken only while its state still allows the release (C4, D6).
 * After a crash: some units are released; the same request again, or the repair job, does the rest.
 */
import * as z from 'zod/mini';
import { decideRelease, type UnitState } from '#domain/inventory/index.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { refuse } from '#domain/shared/refusal.ts';
import type { Loaded } from '#port/records.ts';
import type { Command } from '../system/command.ts';
import { recordId, requestId, text } from '../system/input.ts';

const MOST_UNITS = 2_000;
const BATCH = 200;
const RELEASABLE: readonly UnitState[] = ['PLANNED', 'CONTROLLED'];

const schema = z.object({
  requestId,
  unitIds: z
    .array(recordId)
    .check(z.minLength(1, 'must name a unit'), z.maxLength(MOST_UNITS, 'are too many at once')),
  reason: z.optional(text),
});

type Input = z.infer<typeof schema>;
type Snapshot = { units: Loaded<'unit', { project: true }>[] };
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
      units: { object: 'unit', filter: { id: { in: unitIds } }, with: { project: true } },
    });
    const found = new Set(units.map(({ id }) => id));
    const missing = unitIds.find((id) => !found.has(id));
    return missing === undefined
      ? { plan: { units } }
      : refuse({ code: 'NOT_FOUND', what: 'unit', id: missing });
  },

  decide({ now, requestId: request }, _input, { units }) {
    const projects = new Map(
      units.flatMap(({ project }) => (project === null ? [] : [[project.id, project]])),
    );
    const today = dateIn(now, units[0]?.project?.timeZone || 'UTC');
    // Run again, the units that this very request released are its own work, not someone else's.
    const own = units.map((unit) =>
      unit.claimKey === request && unit.state === 'AVAILABLE' ? { ...unit, state: 'PLANNED' as const } : unit,
    );
    return decideRelease(own, [...projects.values()], today);
  },

  async apply({ store, now, requestId: request }, _input, _snapshot, { release, alreadyAvailable }) {
    let released = 0;
    for (let start = 0; start < release.length; start += BATCH) {
      const ids = release.slice(start, start + BATCH);
      await store.changeWhere('unit', { id: { in: ids }, state: { in: RELEASABLE } }, { claimKey: request });
      const done = await store.changeWhere(
        'unit',
        { id: { in: ids }, claimKey: request },
        { state: 'AVAILABLE', holder: '', heldAs: null, heldUntil: null, releasedAt: now.toISOString() },
      );
      released += done.length;
    }
    const answer = { released, alreadyAvailable: alreadyAvailable.length };
    const rest = answer.alreadyAvailable === 0 ? '' : ` ${answer.alreadyAvailable} were on sale already.`;
    return {
      plan: { answer, message: `Released ${released} units for sale.${rest}`, after: { released: release } },
    };
  },
};
