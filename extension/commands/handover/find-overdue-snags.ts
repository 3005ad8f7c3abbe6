/** Finding: snags that are past their due date; one that is declined waits for nobody (C4). Reads only. */
import * as z from 'zod/mini';
import { OPEN_SNAG_STATES, snagClock } from '#domain/handover/index.ts';
import { type Finding, type Found, momentText, setting } from '../system/finding.ts';

const HOUR_MS = 3_600_000;

const schema = z.object({ afterHours: setting(0, 8_760) });

export const findOverdueSnags: Finding<z.infer<typeof schema>> = {
  name: 'find-overdue-snags',
  title: 'Find overdue snags',
  schema,

  async find({ store, clock }, { afterHours }) {
    const at = new Date(clock.now().getTime() - afterHours * HOUR_MS);
    const { snags } = await store.read({
      snags: {
        object: 'snag',
        filter: { state: { in: OPEN_SNAG_STATES }, dueAt: { lt: at.toISOString() } },
        with: { contractor: true, inspection: true },
        orderBy: { dueAt: 'ASC' },
      },
    });
    const items = snags
      .filter((snag) => snagClock(snag, at).isOverdue)
      .map(
        (snag): Found => ({
          // A due date that was moved, by a reopening say, can be missed again.
          occasion: `snag overdue ${snag.dueAt}`,
          object: 'snag',
          recordId: snag.id,
          label: [snag.name, snag.contractor?.name, snag.state, momentText(snag.dueAt ?? '')]
            .filter(Boolean)
            .join(' · '),
          details: snag.description,
          assigneeId: snag.inspection?.inspectorId ?? null,
          dueAt: null,
        }),
      );
    return { plan: items };
  },
};
