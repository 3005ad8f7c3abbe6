/** Finding: approvals that nobody has decided for too long. Reads only. Whose they are, a role says: nobody's in particular. */
import * as z from 'zod/mini';
import { type Finding, type Found, hoursFrom, momentText, setting } from './finding.ts';

const schema = z.object({ afterHours: setting(24, 24 * 90) });

export const findWaitingApprovals: Finding<z.infer<typeof schema>> = {
  name: 'find-waiting-approvals',
  title: 'Find approvals waiting too long',
  schema,

  async find({ store, clock }, { afterHours }) {
    const { approvals } = await store.read({
      approvals: {
        object: 'approval',
        filter: { state: 'PENDING', askedAt: { lte: hoursFrom(clock.now(), -afterHours) } },
        orderBy: { askedAt: 'ASC' },
      },
    });
    const items = approvals.map((one): Found => {
      const since = one.askedAt === null ? [] : [momentText(one.askedAt)];
      return {
        occasion: 'approval waiting',
        object: 'approval',
        recordId: one.id,
        label: [one.name, one.askedBy, ...since].filter(Boolean).join(' · '),
        details: one.reason,
        assigneeId: null,
        dueAt: null,
      };
    });
    return { plan: items };
  },
};
