/**
 * Changes: the usual service levels (A099, A102), where a workspace has none yet; people change them from there.
 * Guard: the levels' ids are constants, so that two at once make one set.
 * After a crash: some levels are missing; the same request again adds them.
 */
import * as z from 'zod/mini';
import { USUAL_LEVELS } from '#domain/care/index.ts';
import type { RecordOf } from '#port/records.ts';
import type { Command } from '../system/command.ts';
import { recordId, requestId } from '../system/input.ts';
import { derivedId } from '../system/request-ids.ts';

const schema = z.object({
  requestId,
  /** To whom what is late goes, of all of them. */
  escalateToId: z.optional(recordId),
});

/** As they are made, before anybody changes them. */
export function usualLevelRows(escalateToId: string | null) {
  return USUAL_LEVELS.map((level) => ({
    id: derivedId('service level', level.name),
    ...level,
    escalateToId,
    isActive: true,
  }));
}

export const setUpServiceLevels: Command<
  z.infer<typeof schema>,
  RecordOf<'serviceLevel'>[],
  null,
  { levels: number }
> = {
  name: 'set-up-service-levels',
  room: 'care',
  title: 'Set up the usual service levels',
  right: 'serve',
  schema,
  subject: () => ({ kind: 'serviceLevel', id: '' }),

  async load({ store }) {
    const { known } = await store.read({ known: { object: 'serviceLevel', filter: {} } });
    return { plan: known };
  },

  decide: () => ({ plan: null }),

  async apply(run, { escalateToId = null }, known) {
    const rows = usualLevelRows(escalateToId);
    const ids = new Set(known.map(({ id }) => id));
    const isOurs = rows.some(({ id }) => ids.has(id));
    const missing = known.length > 0 && !isOurs ? [] : rows.filter(({ id }) => !ids.has(id));
    if (missing.length > 0) await run.store.write([{ createMany: 'serviceLevel', rows: missing }]);
    const answer = { levels: missing.length };
    const message =
      missing.length > 0
        ? `${missing.length} service levels are set up: look at their times before you promise them.`
        : 'There are service levels already; nothing was changed.';
    return { plan: { answer, message, after: answer } };
  },
};
